import { setMaxListeners } from 'node:events';
import express, { type NextFunction, type Request, type Response } from 'express';
import { DeclarationChatError } from '../errors.js';
import { refuseEarly } from './admission/refuse-early.js';
import { guardAccess } from './access/guard-access.js';
import { guardHost } from './access/guard-host.js';
import { guardOrigin } from './access/guard-origin.js';
import { limitRate } from './access/limit-rate.js';
import { chatHandler } from './chat-handler.js';
import { compressReplies } from './compress-replies.js';
import type { AppDependencies } from './dependencies.js';
import { documentHandler, listDocumentsHandler } from './documents-handlers.js';
import { feedbackHandler } from './feedback/feedback-handler.js';
import { handleFailure } from './handle-failure.js';
import { identifyRequests, reportRequests } from './identify-requests.js';
import { mcpRoutes } from './mcp/mcp-routes.js';
import { openAiApi } from './openai/openai-api.js';
import { onlyMethods } from './only-methods.js';
import { openApiRoutes } from './openapi/openapi-routes.js';
import { operatorRoutes } from './operator-routes.js';
import { pages } from './pages/pages.js';
import { readJsonBody } from './read-json-body.js';
import { searchHandler } from './search-handler.js';
import { securityHeaders } from './security-headers.js';
import { suggestionsHandler } from './suggestions-handler.js';
import { syndicationRoutes } from './syndication/syndication-routes.js';
import { widgetFiles } from './widget-files.js';

/** Where all that is sent are questions, or texts to embed. */
const QUESTIONS = ['/api/chat', '/api/search', '/v1/chat/completions', '/v1/embeddings'];
/** And where only some of it is. */
const ASKED = [...QUESTIONS, '/mcp'];

/** The whole HTTP surface. Never listens and never reads the environment. */
export function createApp(deps: AppDependencies): express.Express {
  // Every reply in flight listens to it, and there may be any number of them.
  if (deps.shutdown) setMaxListeners(0, deps.shutdown);
  const app = express();
  // Proxies that keep an address from visitors compare letter by letter.
  app.enable('case sensitive routing');
  app.set('query parser', false);
  app.set('trust proxy', deps.trustProxy ?? false);
  const { allowedOrigins = [] } = deps;
  app.use(identifyRequests());
  if (deps.onRequest !== undefined) app.use(reportRequests(deps.onRequest));
  if (deps.metrics !== undefined) app.use(deps.metrics.observe());
  app.use(securityHeaders(), compressReplies(), guardHost(allowedOrigins));
  // Before the guard: every page may load the widget. What stands below is guarded, whatever its
  // path.
  app.use(widgetFiles(deps.widget));
  app.use(guardOrigin(allowedOrigins), guardAccess(deps));
  if (deps.questionsPerMinute !== undefined) app.post(ASKED, limitRate(deps.questionsPerMinute));
  const { admission } = deps;
  if (admission !== undefined) {
    app.post(
      QUESTIONS,
      refuseEarly(() => {
        admission.refuseExcess();
      }),
    );
    app.post(
      '/mcp',
      refuseEarly(() => {
        admission.refuseWhereLate();
      }),
    );
  }

  app.route('/api/chat').post(readJsonBody(), chatHandler(deps)).all(onlyMethods('POST'));
  app.route('/api/search').post(readJsonBody(), searchHandler(deps)).all(onlyMethods('POST'));
  app.route('/api/documents').get(listDocumentsHandler(deps)).all(onlyMethods('GET'));
  app.route('/api/documents/:id').get(documentHandler(deps)).all(onlyMethods('GET'));
  app.use(openAiApi(deps));
  app.use(mcpRoutes(deps));
  app.route('/api/suggestions').get(suggestionsHandler(deps)).all(onlyMethods('GET'));
  if (deps.feedback !== undefined) {
    app
      .route('/api/feedback')
      .post(readJsonBody(), feedbackHandler(deps.feedback))
      .all(onlyMethods('POST'));
  }
  app.use(openApiRoutes(deps));
  app.use(syndicationRoutes(deps));
  app.use(operatorRoutes(deps));
  app.use(pages(deps));

  app.use((req: Request) => {
    throw new DeclarationChatError('not-found', `There is nothing at ${req.path.slice(0, 100)}.`);
  });
  // Express tells an error handler by its four parameters.
  // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars
  app.use((error: unknown, req: Request, res: Response, _next: NextFunction) => {
    handleFailure(error, { req, res, deps });
  });
  return app;
}
