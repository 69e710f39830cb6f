/**
 * The kinds of files that may come from outside, each with its media type and its first bytes; a table (CSV) has none,
 * so it must be text that no browser takes for a page. SVG and HTML are excluded, since they can contain scripts.
 */
import { pictureKind, pictureTypes, type PictureKind } from '@/lib/contract/reading/pictures';

const ofPictures = Object.keys(pictureTypes) as PictureKind[];

const types = {
  ...pictureTypes,
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type OutsideKind = keyof typeof types;

/** The kinds of pictures, for logos and icons. */
export const pictures: readonly OutsideKind[] = ofPictures;

/** The `Accept` header for some kinds. */
export function typesOf(wanted: readonly OutsideKind[]): string {
  return wanted.map((kind) => types[kind]).join(', ');
}

/** The kind that a `Content-Type` header names, if it is wanted. */
export function namedKind(
  header: string | string[] | undefined,
  wanted: readonly OutsideKind[],
): OutsideKind | null {
  if (typeof header !== 'string') return null;
  const named = header.split(';', 1)[0]?.trim().toLowerCase();
  return wanted.find((kind) => types[kind] === named) ?? null;
}

/** Whether these are the first bytes of a PDF. */
export const isPdf = (body: Buffer): boolean => body.toString('latin1', 0, 5) === '%PDF-';

/** Whether a body is text without binary parts, and no page: it doesn't begin with a tag. */
function isTable(body: Buffer): boolean {
  const start = body
    .toString('utf8', 0, 1000)
    .replace(/^\ufeff/, '')
    .trimStart();
  return start !== '' && !start.startsWith('<') && !body.includes(0);
}

function beginsAs(body: Buffer, kind: OutsideKind): boolean {
  if (kind === 'pdf') return isPdf(body);
  if (kind === 'csv') return isTable(body);
  if (kind === 'xlsx') return body.toString('latin1', 0, 4) === 'PK\u0003\u0004';
  return pictureKind(body) === kind;
}

/** The media type of a body, if its first bytes are of this kind; else null. */
export function checkedType(body: Buffer, kind: OutsideKind): string | null {
  return beginsAs(body, kind) ? types[kind] : null;
}
