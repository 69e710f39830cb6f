/** Object storage, A54–A61. */
import { z } from 'zod';
import { id, instant, listOf, number, text, wireObject } from '../../decode';
import { shapes, visible } from '../../shape';
import { readBucketName, readSubdomain } from '../../reading/names';
import { input, oneOf, reading, reference, word } from '../shared';
import { groupParams, pipe } from './common';

/** The exact name of a bucket or object. It is an id, so it is never trimmed. */
const exactName = () => z.string().min(1);

const bucket = wireObject(
  { name: exactName(), creation_date: instant() },
  { creationDate: 'creation_date' },
);

const keyFields = {
  uuid: id(),
  access_key: text(),
  created_at: instant(),
  updated_at: instant(),
};

/**
 * `credentials` contains access keys (A54), buckets (A57) or a leaked schema (A55). Only keys have an `access_key`,
 * which tells them apart (QA6).
 */
function sortCredentials(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = value as Record<string, unknown>;
  const said = given.credentials ?? given['credentials"'];
  const items: unknown[] = Array.isArray(said) ? said : [];
  const isKey = (item: unknown) =>
    typeof item === 'object' && item !== null && 'access_key' in item;
  const isBucket = (item: unknown) =>
    typeof item === 'object' && item !== null && 'name' in item && !isKey(item);
  const { 'credentials"': _quoted, ...rest } = given;
  return {
    ...rest,
    credentials: items.filter(isKey),
    buckets: Array.isArray(given.buckets) ? given.buckets : items.filter(isBucket),
  };
}

/** The store of an organization or project, with or without the secrets of its keys. */
function store<Key extends z.ZodType>(key: Key) {
  const fields = wireObject({
    uuid: id(),
    size_gb: number(),
    /** The full host name. */
    subdomain_name: text(),
    custom_domain_name: text(),
    credentials: listOf(key),
    buckets: listOf(bucket),
    created_at: instant(),
    updated_at: instant(),
  });
  type Said = Omit<z.input<typeof fields>, 'credentials'> & {
    credentials?: z.input<Key>[] | z.input<typeof bucket>[] | { type: 'array' } | null;
  };
  return pipe<z.output<typeof fields>, Said>(sortCredentials, fields);
}

const shown = store(wireObject(keyFields));
/** A new store: only this answer contains the secrets of its keys. */
const made = store(wireObject({ ...keyFields, secret_key: visible('once', text()) }));

const object = wireObject({
  name: exactName(),
  /** Bytes. */
  size: number(),
  content_type: text(),
  expires: instant(),
  updated_at: instant(),
});

const bucketName = () => reading(readBucketName);
const subdomain = () => reading(readSubdomain);

const bucketParams = groupParams.extend({ bucket_name: reference() });
const objectParams = bucketParams.extend({
  /** It may contain spaces and slashes, also at its ends. */
  object_name: z.string('required').min(1, 'required').max(1024, 'too_long'),
});

export const storageShapes = shapes({
  A54: {
    params: groupParams,
    body: input({ subdomain_name: subdomain(), bucket_name: bucketName() }),
    answer: 'object',
    wire: made,
  },
  A55: { params: groupParams, answer: 'object', wire: shown },
  A56: { params: groupParams, body: input({ bucket_name: bucketName() }), answer: 'sentence' },
  A57: { params: groupParams, answer: 'object', wire: shown },
  /** The documentation has no field for the policy itself; `policy` is inferred. (QA20) */
  A58: {
    params: bucketParams,
    body: input({ bucket_name: word(63), policy: oneOf(['public', 'private']) }),
    answer: 'sentence',
  },
  A59: { params: bucketParams, answer: 'sentence' },
  A60: { params: bucketParams, answer: 'list', wire: object },
  A61: { params: objectParams, answer: 'sentence' },
});
