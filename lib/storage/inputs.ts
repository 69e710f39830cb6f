/** What requests to `/api/storage` say, checked. */
import { z } from 'zod';
import { problem } from '@/lib/problem';
import { fieldErrors } from '@/lib/session/http';

/** S3 counts a key in bytes of UTF-8. */
const KEY_BYTES = 1024;

export const bucketName = z.string('required').min(1, 'required').max(255, 'too_long');
/** An exact key. Half a surrogate pair has no form in UTF-8, so no store can hold it. */
export const objectKey = z
  .string('required')
  .min(1, 'required')
  .refine((key) => Buffer.byteLength(key) <= KEY_BYTES, 'too_long')
  .refine((key) => !/\p{Surrogate}/u.test(key), 'invalid');
export const uploadId = z.string('required').min(1, 'required').max(2048, 'too_long');
export const partNumber = z.coerce
  .number('required')
  .int('number_whole')
  .min(1, 'too_small')
  .max(10_000, 'too_large');
/** The token of a page that the console or the store made. */
export const pageToken = z.string().max(4096, 'too_long').nullable().default(null);

/** The query of a request, checked. @throws ProblemError `bad_input` */
export function readSearch<S extends z.ZodType>(search: URLSearchParams, shape: S): z.output<S> {
  const given = shape.safeParse(Object.fromEntries(search));
  if (given.success) return given.data;
  throw problem('bad_input', 422, 'The address is wrong.', { fields: fieldErrors(given.error) });
}

/** The same of a web request. @throws ProblemError `bad_input` */
export function readQuery<S extends z.ZodType>(request: Request, shape: S): z.output<S> {
  return readSearch(new URL(request.url).searchParams, shape);
}

/** A media type that a header can hold; else the type of unknown bytes. */
export const mediaType = (type: string): string =>
  /^[\w.+-]+\/[\w.+-]+(?:;[\x20-\x7e]*)?$/.test(type) ? type : 'application/octet-stream';
