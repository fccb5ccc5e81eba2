import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';

export interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Record<
      string,
      { readonly schema: AnySchemaObject; readonly example: unknown }
    >;
  };
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema?: AnySchemaObject }> }
  >;
}
/** `/openapi.json`. */
export interface Told {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Described>>;
  readonly components: { readonly schemas: Record<string, AnySchemaObject> };
}

export async function told(url: string): Promise<Told> {
  return (await (await fetch(`${url}/openapi.json`)).json()) as Told;
}

/** Replies may hold nothing that the document does not tell. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(
    Object.entries(schema).map(([name, part]) => [name, closed(part)]),
  );
  return 'properties' in parts && !('additionalProperties' in parts)
    ? { ...parts, additionalProperties: false }
    : parts;
}

/** What is wrong with a value, by a schema of the document. */
export function faults({ components }: Told, schema: AnySchemaObject, value: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const validate = ajv.compile({ ...(closed(schema) as object), components: closed(components) });
  return validate(value) ? [] : validate.errors;
}
