/** Converts the texts of a URL to the numbers and lists that schemas expect. Only this file does that. */
import { z } from 'zod';
import type { Ref } from '@/lib/contract';
import { shape } from '@/lib/contract/schemas';
import { perProcess } from '@/lib/log/per-process';

type Type = 'number' | 'boolean' | 'text';
interface Field {
  list: boolean;
  type: Type;
}
type Fields = ReadonlyMap<string, Field>;
interface JsonSchema {
  type?: string | string[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
}

function typesOf(schema: JsonSchema): string[] {
  const own = schema.type === undefined ? [] : [schema.type].flat();
  return [...own, ...(schema.anyOf ?? []).flatMap(typesOf)];
}

function itemsOf(schema: JsonSchema): JsonSchema {
  return schema.items ?? (schema.anyOf ?? []).find(({ items }) => items)?.items ?? {};
}

/** If the schema accepts text, the value stays text: the schema reads it itself. */
function scalarOf(schema: JsonSchema): Type {
  const types = typesOf(schema);
  if (types.length === 0 || types.includes('string')) return 'text';
  if (types.includes('number') || types.includes('integer')) return 'number';
  return types.includes('boolean') ? 'boolean' : 'text';
}

function fieldsOf(schema: z.ZodObject | undefined): Fields {
  if (!schema) return new Map();
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return new Map(
    Object.entries(json.properties ?? {}).map(([name, property]) => {
      const list = typesOf(property).includes('array');
      return [name, { list, type: scalarOf(list ? itemsOf(property) : property) }];
    }),
  );
}

interface Tables {
  params: Fields;
  query: Fields;
}

function tablesOf(ref: Ref): Tables {
  const all = perProcess('coerce', () => new Map<Ref, Tables>());
  let tables = all.get(ref);
  if (!tables) {
    const { params, query } = shape(ref);
    tables = { params: fieldsOf(params), query: fieldsOf(query) };
    all.set(ref, tables);
  }
  return tables;
}

/** A text that can't be converted stays as it is, and the schema refuses it. */
function read(text: string, type: Type): unknown {
  if (type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  if (type === 'boolean') {
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
  }
  return text;
}

export function coerceParams(ref: Ref, params: Record<string, string>): Record<string, unknown> {
  const fields = tablesOf(ref).params;
  return Object.fromEntries(
    Object.entries(params).map(([name, text]) => [
      name,
      read(text, fields.get(name)?.type ?? 'text'),
    ]),
  );
}

/**
 * The query's fields; `k[]=a` and repeated names make lists.
 * @returns undefined without a query
 */
export function coerceQuery(ref: Ref, search: string): Record<string, unknown> | undefined {
  if (search === '' || search === '?') return undefined;
  const fields = tablesOf(ref).query;
  const given = new Map<string, { texts: string[]; list: boolean }>();
  for (const [key, text] of new URLSearchParams(search)) {
    const bracketed = key.endsWith('[]');
    const name = bracketed ? key.slice(0, -2) : key;
    const held = given.get(name);
    if (held) held.texts.push(text);
    else given.set(name, { texts: [text], list: bracketed });
  }
  return Object.fromEntries(
    [...given].map(([name, { texts, list }]) => {
      const field = fields.get(name);
      const values = texts.map((text) => read(text, field?.type ?? 'text'));
      return [name, list || values.length > 1 || field?.list ? values : values[0]];
    }),
  );
}
