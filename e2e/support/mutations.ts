/** Makes wrong answers of right ones. The same seed gives the same wrong answers. */
import { gzipSync } from 'node:zlib';

/** A wrong answer. */
export interface Spoilt {
  kind: string;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** How many bytes are sent before the connection is cut. */
  cutAt?: number;
}

/** A random generator of numbers from 0 to 1, seeded by a text (mulberry32 over an FNV hash). */
export function randomOf(text: string): () => number {
  let state = 2166136261;
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
type Json = unknown;
/** Changes that make an answer large. Only one is made for each answer, since the run's memory is limited. */
const large = new Set(['wide list', 'many keys', 'long text', 'deep value']);
const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
};

/** A script that a page must never run. */
export const marker = '<script>window.spoilt=1</script>';

const deep = (levels: number, array: boolean): Json =>
  Array.from({ length: levels }).reduce<Json>((inner) => (array ? [inner] : { a: inner }), 1);
const oddKeys = (): Json =>
  JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":1,"toString":null,"hasOwnProperty":"x","":1,"a\\u0000b":2,"\\"uuid\\"":3,"then":4}',
  ) as Json;
const manyKeys = (length: number): Json =>
  Object.fromEntries(Array.from({ length }, (_, at) => [`k${at}`, at]));

/** Values that replace any value. */
const others: Record<string, (random: Random, value: Json) => Json> = {
  null: () => null,
  'another type': (random) =>
    pick<Json>(random, [
      0,
      -1,
      1.5,
      true,
      false,
      '',
      'x',
      [],
      {},
      [[]],
      [{}],
      [null],
      { data: [] },
    ]),
  'odd number': (random) =>
    pick<Json>(random, [
      1e308,
      -1e308,
      9007199254740993,
      1e-320,
      '1e999',
      'Rp-1.500.000,99',
      'NaN',
      '0x10',
      '٣',
    ]),
  'odd date': (random) =>
    pick<Json>(random, [
      '0000-00-00',
      '9999-12-31T23:59:60Z',
      '275760-09-14T00:00:00Z',
      '31/31/3131',
      '-000001-01-01T00:00:00Z',
      '32 Jumuary 2024, 99:99',
    ]),
  'half a character': (random) =>
    pick<Json>(random, ['\ud800', 'x\udfff', '\udc00\ud800', `${'a'.repeat(50)}\ud83d`]),
  'odd text': (random) =>
    pick<Json>(random, [
      marker,
      '\u2028\u2029</script>',
      '../../..',
      '%00%ff',
      '\u0000\u0007\u001b[31m',
      '‮drow',
      'javascript:alert(1)',
      '{{x}}',
      '{count, plural,',
      '𒐫'.repeat(200),
    ]),
  'long text': (random) =>
    pick(random, ['x', ',', '"', ' ', '-', '0', '\u0301', 'é']).repeat(
      pick(random, [1000, 300_000]),
    ),
  'deep value': (random) => deep(pick(random, [10, 60, 2000]), random() < 0.5),
  'wide list': (random, value) => {
    const length = pick(random, [1000, 60_000, 400_000]);
    const light = typeof value !== 'object' && String(value).length < 40 && random() < 0.5;
    return Array<Json>(length).fill(light ? value : pick<Json>(random, [1, null, {}, [], 'x']));
  },
  'odd keys': (random, value) => ({
    ...(typeof value === 'object' ? value : {}),
    ...(oddKeys() as object),
  }),
  'many keys': (random, value) => ({
    ...(typeof value === 'object' ? value : {}),
    ...(manyKeys(pick(random, [100, 60_000])) as object),
  }),
};

type Holder = Record<string, Json> | Json[];
interface Place {
  holder: Holder;
  key: string | number;
}

function placesOf(value: Json, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Holder;
  for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
    found.push({ holder, key });
    placesOf((holder as Record<string | number, Json>)[key], found);
  }
  return found;
}

/** Makes lists longer than anybody has, with valid rows. */
function manyRows(random: Random, answer: Json): Json {
  const lists = placesOf(answer).filter(({ holder, key }) =>
    Array.isArray((holder as Record<string | number, Json>)[key]),
  );
  if (lists.length === 0) return answer;
  const { holder, key } = pick(random, lists);
  const held = holder as Record<string | number, Json>;
  const rows = held[key] as Json[];
  const weight = Math.max(1, JSON.stringify(rows).length / Math.max(1, rows.length));
  const length = Math.min(pick(random, [900, 5000, 9900, 60_000]), Math.ceil(30_000_000 / weight));
  held[key] = Array.from({ length }, (_, at) => again(rows[at % Math.max(1, rows.length)], at));
  return answer;
}

/** Copies a row, with another id. */
function again(row: Json, at: number): Json {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
  const own = row as Record<string, Json>;
  const named = (name: string) =>
    name in own ? { [name]: `${String(own[name]).slice(0, 24)}-${at}` } : {};
  return { ...own, ...named('uuid'), ...named('id') };
}

function spoilTree(random: Random, answer: Json): { kind: string; answer: Json } {
  if (random() < 0.1) return { kind: 'many rows', answer: manyRows(random, answer) };
  const kinds: string[] = [];
  for (let times = pick(random, [1, 1, 2, 5]); times > 0; times -= 1) {
    const places = placesOf(answer);
    if (places.length === 0) break;
    const { holder, key } = pick(random, places);
    const held = holder as Record<string | number, Json>;
    if (random() < 0.15 && !Array.isArray(holder)) {
      kinds.push('missing');
      delete held[key];
      continue;
    }
    const kind = pick(random, Object.keys(others));
    kinds.push(kind);
    held[key] = others[kind]?.(random, held[key]);
    if (large.has(kind)) break;
  }
  return { kind: kinds.join(' + '), answer };
}

const envelopes: ((answer: Json) => Json)[] = [
  (answer) => (answer as { data?: Json }).data,
  (answer) => [answer],
  (answer) => ({ data: answer }),
  (answer) => ({ data: { data: { data: answer } } }),
  () => 42,
  () => 'a sentence',
  () => null,
  () => [],
  () => ({}),
  () => ({ result: false }),
  () => ({ result: false, message: { deep: [marker] }, error_code: '999-9' }),
  () => ({ type: 'INVALID_OPERATION', message: marker.repeat(2000) }),
  () => ({ message: null, errors: { __proto__: ['x'], 'a b': [1, null], field: 'not a list' } }),
];
const page = (status: number) => `<!doctype html><html><title>${status}</title>${marker}</html>`;
const jsonType = { 'content-type': 'application/json' };

/** Answers that are wrong as a whole. */
const forms: ((random: Random, answer: Json) => Spoilt)[] = [
  (random, answer) => sent('envelope', pick(random, envelopes)(answer)),
  () => ({
    kind: 'html',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(page(200)),
  }),
  (random, answer) => {
    const text = JSON.stringify(answer);
    return {
      kind: 'half the text',
      status: 200,
      headers: jsonType,
      body: Buffer.from(text.slice(0, Math.floor(text.length * random()))),
    };
  },
  (random, answer) => {
    const body = Buffer.from(JSON.stringify(answer));
    return {
      kind: 'connection cut',
      status: 200,
      headers: { ...jsonType, 'content-length': String(body.length + 1) },
      body,
      cutAt: Math.floor(body.length * random()),
    };
  },
  (random, answer) => ({
    ...sent('wrong status', answer),
    status: pick(
      random,
      [
        201, 202, 206, 226, 301, 302, 304, 307, 400, 402, 403, 404, 405, 409, 410, 413, 418, 422,
        451, 500, 501, 502, 503, 504, 599,
      ],
    ),
    headers: { ...jsonType, location: 'https://elsewhere.example/docs', 'retry-after': '-5' },
  }),
  (random) => ({
    kind: 'empty',
    status: pick(random, [200, 204, 205, 500]),
    headers: jsonType,
    body: Buffer.alloc(0),
  }),
  (_, answer) => ({
    kind: 'other bytes',
    status: 200,
    headers: jsonType,
    body: Buffer.from(JSON.stringify(answer), 'utf16le'),
  }),
  (random) => ({
    kind: 'noise',
    status: 200,
    headers: jsonType,
    body: Buffer.from(Array.from({ length: 3000 }, () => Math.floor(random() * 256))),
  }),
  (_, answer) => ({
    kind: 'compressed',
    status: 200,
    headers: { ...jsonType, 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify(answer)),
  }),
  (random) => ({
    kind: 'brackets',
    status: 200,
    headers: jsonType,
    body: Buffer.from(pick(random, ['[', '{"a":', '[{"data":']).repeat(200_000)),
  }),
  (random, answer) => ({
    kind: 'infinite numbers',
    status: 200,
    headers: jsonType,
    body: Buffer.from(
      JSON.stringify(answer).replace(/\d+/g, (digits) => (random() < 0.1 ? '1e999' : digits)),
    ),
  }),
];

function sent(kind: string, answer: Json): Spoilt {
  return { kind, status: 200, headers: jsonType, body: Buffer.from(JSON.stringify(answer) ?? '') };
}

/** Spoils an answer. @param answer is changed */
export function spoil(random: Random, answer: Json): Spoilt {
  if (random() < 0.3) return pick(random, forms)(random, answer);
  const spoilt = spoilTree(random, answer);
  return sent(spoilt.kind, spoilt.answer);
}
