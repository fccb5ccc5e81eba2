# Answers from the texts in /texts. `docker build -t declaration-chat .`, then
# `docker run --rm -p 127.0.0.1:3000:3000 declaration-chat`.

# What is published, as npm would have it, and the native vector index for this system.
FROM node:22.23-bookworm AS build
# The headers of Node are here: the native vector index is built without asking for them elsewhere.
ENV npm_config_nodedir=/usr/local
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY scripts/prepare.mjs scripts/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm pack --pack-destination /tmp \
  && mkdir /app \
  && npm install --prefix /app --omit=dev --no-audit --no-fund /tmp/declaration-chat-*.tgz \
  # The engine of the models comes for other systems too.
  && rm -r /app/node_modules/onnxruntime-node/bin/*/darwin /app/node_modules/onnxruntime-node/bin/*/win32

FROM node:22.23-bookworm-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  CORPUS_DIR=/texts \
  INDEX_DIR=/index
COPY --from=build /app /app
# A volume that is new begins with the texts that ship; the index is the server's own.
COPY --chown=1000:1000 corpus /texts
RUN install -d -o 1000 -g 1000 /index
USER 1000
WORKDIR /app
VOLUME ["/texts", "/index"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/node_modules/declaration-chat/dist/bin/declaration-chat.js"]
CMD ["serve", "--watch"]
