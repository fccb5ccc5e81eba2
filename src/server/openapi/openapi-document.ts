import { z } from 'zod';
import { packageVersion } from '../package-version.js';
import { openAiFailure, problemDocument } from '../schemas/problem-schemas.js';
import type { Content, Operation } from './operation.js';

type Json = Readonly<Record<string, unknown>>;

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly tags: readonly Json[];
  readonly paths: Readonly<Record<string, Json>>;
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json };
}

/** The document of these operations, made of the schemas that requests are validated by. */
export function openApiDocument(operations: readonly Operation[]): OpenApiDocument {
  const components = new Components();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describe(operation, components),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'declaration-chat',
      version: packageVersion(),
      description:
        'Questions to declarations, treaties and charters, answered with numbered citations to ' +
        'the exact paragraph and words.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: {
        api: { type: 'http', scheme: 'bearer', description: 'API_TOKEN, where it is set.' },
        admin: { type: 'http', scheme: 'bearer', description: 'ADMIN_TOKEN, where it is set.' },
      },
    },
  };
}

function describe(operation: Operation, components: Components): Json {
  const { id, tag, summary, description, parameters = [], request, token } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0
      ? {}
      : {
          parameters: parameters.map(({ example, ...parameter }) => ({
            ...parameter,
            schema: { type: 'string' },
            ...(example === '' ? {} : { example }),
          })),
        }),
    ...(request === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: components.add(request.schema),
                example: request.example,
              },
            },
          },
        }),
    responses: responsesOf(operation, components),
    // Where none is set, none is asked for.
    ...(token === undefined ? {} : { security: [{}, { [token]: [] }] }),
  };
}

function responsesOf(operation: Operation, components: Components): Json {
  const { reply, eventData, errors } = operation;
  const failure =
    errors === 'openai'
      ? { 'application/json': openAiFailure }
      : { 'application/problem+json': problemDocument };
  const content = { ...contentOf(reply, components), ...eventsOf(eventData, components) };
  const hasContent = Object.keys(content).length > 0;
  return {
    [hasContent ? 200 : 204]: { description: 'As asked.', ...(hasContent && { content }) },
    default: { description: 'What was wrong.', content: contentOf(failure, components) },
  };
}

function contentOf(content: Content, components: Components): Json {
  return Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      schema === undefined ? {} : { schema: components.add(schema) },
    ]),
  );
}

/** OpenAPI 3.1 has no word for the schema of an event; 3.2 will. */
function eventsOf(eventData: z.ZodType | undefined, components: Components): Json {
  if (eventData === undefined) return {};
  const schema = { type: 'string' };
  return { 'text/event-stream': { schema, 'x-event-data': components.add(eventData) } };
}

/** Schemas that have a name stand once, whoever refers to them. */
class Components {
  readonly schemas: Record<string, unknown> = {};

  add(schema: z.ZodType): Json {
    const text = JSON.stringify(
      z.toJSONSchema(schema, { io: 'input', override: withoutEmptyTuple }),
    );
    const json = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/')) as Json;
    for (const [name, named] of Object.entries((json['$defs'] ?? {}) as Json)) {
      this.schemas[name] = without(named as Json, ['id']);
    }
    const root = without(json, ['$schema', '$defs', 'id']);
    const name = json['id'];
    if (typeof name !== 'string') return root;
    this.schemas[name] = root;
    return { $ref: `#/components/schemas/${name}` };
  }
}

/** An empty list of what a tuple begins with is no valid schema; `maxItems` says it as well. */
function withoutEmptyTuple({
  jsonSchema,
}: {
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (jsonSchema.prefixItems?.length === 0) delete jsonSchema.prefixItems;
}

function without(json: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}
