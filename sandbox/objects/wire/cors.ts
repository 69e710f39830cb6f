/** CORS: the rules of a bucket, preflights, and the headers that let a page read an answer. */
import { z } from 'zod';
import type { BucketInfo } from '../store';
import { readText } from './body';
import { bucketOf, xmlReply, type Call, type Reply } from './call';
import type { Headers } from './headers';
import { fits } from './policy';
import { S3Refusal } from './refusal';
import { readXml } from './xml';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'] as const;
/** Origins and headers have one star at most. */
const pattern = z.string().regex(/^[^*]*\*?[^*]*$/);

const rules = z
  .array(
    z.strictObject({
      ID: z.string().max(255).optional(),
      AllowedOrigins: z.array(pattern).min(1),
      AllowedMethods: z.array(z.enum(methods)).min(1),
      AllowedHeaders: z.array(pattern).default([]),
      ExposeHeaders: z.array(z.string().regex(/^[\w-]+$/)).default([]),
      MaxAgeSeconds: z.int().min(0).optional(),
    }),
  )
  .min(1)
  .max(100);

type Rule = z.output<typeof rules>[number];

function rulesOf(bucket: BucketInfo | null): Rule[] {
  return bucket?.cors ? (rules.safeParse(JSON.parse(bucket.cors)).data ?? []) : [];
}

export function getCors(call: Call): Reply {
  const found = rulesOf(bucketOf(call, call.bucket));
  if (found.length === 0) throw new S3Refusal('NoSuchCORSConfiguration');
  return xmlReply('CORSConfiguration', {
    CORSRule: found.map((rule) => ({
      ID: rule.ID,
      AllowedOrigin: rule.AllowedOrigins,
      AllowedMethod: rule.AllowedMethods,
      AllowedHeader: rule.AllowedHeaders,
      ExposeHeader: rule.ExposeHeaders,
      MaxAgeSeconds: rule.MaxAgeSeconds,
    })),
  });
}

export async function putCors(call: Call): Promise<Reply> {
  const root = readXml(await readText(call.source, call.auth), 'CORSConfiguration');
  const given = root.elements('CORSRule').map((rule) => {
    const [id, age] = [rule.text('ID'), rule.text('MaxAgeSeconds')];
    const texts = (name: string) => rule.texts(name).map((text) => text.trim());
    return {
      ...(id === null ? {} : { ID: id }),
      AllowedOrigins: texts('AllowedOrigin'),
      AllowedMethods: texts('AllowedMethod'),
      AllowedHeaders: texts('AllowedHeader'),
      ExposeHeaders: texts('ExposeHeader'),
      ...(age === null ? {} : { MaxAgeSeconds: Number(age) }),
    };
  });
  const { data } = rules.safeParse(given);
  if (!data) throw new S3Refusal('MalformedXML');
  call.store.configureBucket(call.bucket, { cors: JSON.stringify(data) });
  return { status: 200 };
}

export function deleteCors(call: Call): Reply {
  call.store.configureBucket(call.bucket, { cors: null });
  return { status: 204 };
}

const listOf = (header: string | undefined) =>
  (header ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');

/** The first rule that lets a page of this origin call so. */
function ruleFor(bucket: BucketInfo | null, origin: string, method: string, headers: string[]) {
  return rulesOf(bucket).find(
    (rule) =>
      rule.AllowedOrigins.some((one) => fits(one, origin)) &&
      rule.AllowedMethods.some((one) => one === method) &&
      headers.every((name) => rule.AllowedHeaders.some((one) => fits(one.toLowerCase(), name))),
  );
}

function headersFor(rule: Rule, origin: string): Record<string, string> {
  const all = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': all ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    ...(all ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(rule.ExposeHeaders.length === 0
      ? {}
      : { 'access-control-expose-headers': rule.ExposeHeaders.join(', ') }),
  };
}

/** The headers of an answer to a page; none where no rule lets it read the answer. */
export function corsHeaders(
  bucket: BucketInfo | null,
  method: string,
  headers: Headers,
): Record<string, string> {
  const origin = headers.get('origin');
  const rule = origin === undefined ? undefined : ruleFor(bucket, origin, method, []);
  return rule && origin !== undefined ? headersFor(rule, origin) : {};
}

/** Answers a preflight, which nobody signs. */
export function preflight(bucket: BucketInfo | null, headers: Headers): Reply {
  const origin = headers.get('origin');
  const method = headers.get('access-control-request-method');
  if (origin === undefined || method === undefined)
    throw new S3Refusal('InvalidRequest', 'A preflight needs an origin and a method.');
  const asked = listOf(headers.get('access-control-request-headers'));
  const rule = ruleFor(bucket, origin, method, asked);
  if (!rule) throw new S3Refusal('AccessForbidden');
  const age = rule.MaxAgeSeconds;
  return {
    status: 200,
    headers: {
      ...headersFor(rule, origin),
      'access-control-allow-headers': asked.length === 0 ? null : asked.join(', '),
      'access-control-max-age': age === undefined ? null : String(age),
    },
  };
}
