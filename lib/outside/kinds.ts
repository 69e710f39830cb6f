/**
 * The kinds of files that may come from outside, each with its media type and its first bytes. SVG and HTML are
 * excluded, since they can contain scripts.
 */
import { pictureKind, pictureTypes, type PictureKind } from '@/lib/contract/reading/pictures';

const ofPictures = Object.keys(pictureTypes) as PictureKind[];

const types = { ...pictureTypes, pdf: 'application/pdf' } as const;

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

/** The media type of a body, if its first bytes are of this kind; else null. */
export function checkedType(body: Buffer, kind: OutsideKind): string | null {
  const begins =
    kind === 'pdf' ? body.toString('latin1', 0, 5) === '%PDF-' : pictureKind(body) === kind;
  return begins ? types[kind] : null;
}
