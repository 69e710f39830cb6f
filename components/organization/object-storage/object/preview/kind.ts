/** What an object may be shown as, by its media type and name. The server looks at its bytes and has the last word. */
import type { PreviewKind } from '@/lib/storage/shapes';

const byType: Readonly<Record<string, PreviewKind>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/avif': 'image',
  // Its source: a browser would run what is in it.
  'image/svg+xml': 'text',
  'application/pdf': 'pdf',
  'application/json': 'text',
  'application/xml': 'text',
  'application/javascript': 'text',
  'application/x-sh': 'text',
  'application/yaml': 'text',
  'application/x-yaml': 'text',
  'application/toml': 'text',
  'application/sql': 'text',
  'application/x-ndjson': 'text',
};

const byEnding: Readonly<Record<string, PreviewKind>> = Object.fromEntries(
  (
    [
      ['image', 'png jpg jpeg gif webp avif'],
      ['audio', 'mp3 m4a aac oga ogg opus wav flac'],
      ['video', 'mp4 m4v webm mov ogv mkv'],
      ['pdf', 'pdf'],
      [
        'text',
        'txt text log csv tsv md markdown json jsonl ndjson xml html htm svg css js mjs cjs ts tsx jsx yaml yml toml ini conf cfg env sh bash py rb go rs java c h cpp cs php sql srt vtt',
      ],
    ] as const
  ).flatMap(([kind, endings]) => endings.split(' ').map((ending) => [ending, kind])),
);

/** Types that programs store when they know none. */
const saysNothing = /^(?:application|binary)\/(?:octet-stream|x-www-form-urlencoded)$|^$/;

/** @returns null for what no browser shows without a program of its own */
export function previewKind(type: string | null, key: string): PreviewKind | null {
  const media = (type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const known = byType[media];
  if (known) return known;
  if (/^text\/|\+(?:json|xml)$/.test(media)) return 'text';
  if (media.startsWith('audio/')) return 'audio';
  if (media.startsWith('video/')) return 'video';
  if (!saysNothing.test(media)) return null;
  const ending = /\.([A-Za-z0-9]+)$/.exec(key)?.[1]?.toLowerCase() ?? '';
  return byEnding[ending] ?? null;
}

/** Bytes of the largest object that is shown as a whole; the others come in parts. */
export const mostShown: Readonly<Partial<Record<PreviewKind, number>>> = {
  image: 50 * 1024 * 1024,
  pdf: 50 * 1024 * 1024,
};
