/**
 * The kinds of files that may come from outside, each with its media type and its first bytes. SVG and HTML are
 * excluded, since they can contain scripts.
 */

interface Kind {
  type: string;
  begins: (body: Buffer) => boolean;
}

const ascii = (body: Buffer, from: number, to: number) => body.toString('latin1', from, to);

const kinds = {
  png: { type: 'image/png', begins: (body) => ascii(body, 0, 8) === '\x89PNG\r\n\x1a\n' },
  jpeg: { type: 'image/jpeg', begins: (body) => ascii(body, 0, 3) === '\xff\xd8\xff' },
  gif: { type: 'image/gif', begins: (body) => /^GIF8[79]a$/.test(ascii(body, 0, 6)) },
  webp: {
    type: 'image/webp',
    begins: (body) => ascii(body, 0, 4) === 'RIFF' && ascii(body, 8, 12) === 'WEBP',
  },
  pdf: { type: 'application/pdf', begins: (body) => ascii(body, 0, 5) === '%PDF-' },
} as const satisfies Record<string, Kind>;

export type OutsideKind = keyof typeof kinds;

/** The kinds of pictures, for logos and icons. */
export const pictures: readonly OutsideKind[] = ['png', 'jpeg', 'webp', 'gif'];

/** The `Accept` header for some kinds. */
export function typesOf(wanted: readonly OutsideKind[]): string {
  return wanted.map((kind) => kinds[kind].type).join(', ');
}

/** The kind that a `Content-Type` header names, if it is wanted. */
export function namedKind(
  header: string | string[] | undefined,
  wanted: readonly OutsideKind[],
): OutsideKind | null {
  if (typeof header !== 'string') return null;
  const named = header.split(';', 1)[0]?.trim().toLowerCase();
  return wanted.find((kind) => kinds[kind].type === named) ?? null;
}

/** The media type of a body, if its first bytes are of this kind; else null. */
export function checkedType(body: Buffer, kind: OutsideKind): string | null {
  return kinds[kind].begins(body) ? kinds[kind].type : null;
}
