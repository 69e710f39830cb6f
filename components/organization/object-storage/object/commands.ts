/**
 * The commands that fetch an object by `aws` and `s3cmd`, as a person pastes them into a shell. Keys are exact: they are quoted
 * for `sh`, and what a terminal would take as more than text isn't written at all.
 */
import { nameOfKey } from '@/lib/storage/disposition';
import type { ObjectRef } from '@/lib/storage/shapes';
import { originOf, s3Uri } from '../address';

/** What a terminal acts on when it is pasted: line ends, tabs, escapes. Half a surrogate pair has no form in UTF-8. */
const actedOn = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u;

/**
 * Quotes a text as one word of `sh`.
 * @returns null where it has a character that a terminal may act on
 */
export function shellWord(text: string): string | null {
  if (actedOn.test(text)) return null;
  if (/^[\w./:@+,-][\w./:@+,=-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The commands that fetch one object. */
export interface Commands {
  aws: string;
  /** Null where s3cmd can't name the object: it takes `*` and `?` for patterns, and knows neither versions nor keys that end in a slash. */
  s3cmd: string | null;
}

const words = (...parts: readonly string[]): string => parts.join(' ');

/** `s3 cp` takes a key that ends in a slash for a folder, and knows no versions; `s3api` takes both as they are. */
const needsApi = ({ key, version }: ObjectRef) => version !== undefined || key.endsWith('/');

function awsCommand(object: ObjectRef, host: string, file: string): string | null {
  const { bucket, key, version } = object;
  const head = words('aws', '--endpoint-url', originOf(host));
  if (!needsApi(object)) {
    const from = shellWord(s3Uri(bucket, key));
    return from && words(head, 's3 cp', from, file);
  }
  // The CLI reads such a value from a file or a web page.
  if (/^(?:fileb?|https?):\/\//.test(key)) return null;
  // A value with `=` may begin with a dash.
  const named = shellWord(`--key=${key}`);
  const one = version === undefined ? [] : [shellWord(`--version-id=${version}`)];
  if (named === null || one.includes(null)) return null;
  const parts = [
    '--bucket',
    shellWord(bucket) ?? '',
    named,
    ...one.filter((part) => part !== null),
  ];
  return words(head, 's3api get-object', ...parts, file);
}

/**
 * @param host the storage's host name, with its port if it has one
 * @returns null where no command can name the object safely
 */
export function commandsFor(object: ObjectRef, host: string): Commands | null {
  // A name in the current folder, so that no dash at its beginning makes an option of it.
  const file = shellWord(`./${nameOfKey(object.key)}`);
  const from = shellWord(s3Uri(object.bucket, object.key));
  const aws = file && awsCommand(object, host, file);
  if (!file || !from || !aws) return null;
  const plain = !needsApi(object) && !/[*?]/.test(object.key);
  const s3cmd = words('s3cmd', `--host=${host}`, `--host-bucket=${host}`, 'get', from, file);
  return { aws, s3cmd: plain ? s3cmd : null };
}
