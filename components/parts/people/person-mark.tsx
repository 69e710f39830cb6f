'use client';
import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { encodePart } from '@/lib/contract/well-formed';
import { colorOf, initialsOf } from './initials';

/** Whose picture it is, as `/api/icons` reads it. */
export type MarkOf =
  | { kind: 'me' }
  | { kind: 'organizations' | 'projects'; uuid: string }
  | { kind: 'member'; group: 'organizations' | 'projects'; uuid: string; user: string };

const colors = [
  'bg-accent-soft text-accent-text',
  'bg-busy-soft text-busy',
  'bg-warn-soft text-warn',
  'bg-run-soft text-run',
  'bg-off-soft text-off',
] as const;

const sizes = {
  sm: 'size-6 text-[0.625rem]',
  md: 'size-8 text-xs',
  lg: 'size-16 text-xl',
} as const;

function addressOf(of: MarkOf, mark: string, at: string | null): string {
  const path =
    of.kind === 'me'
      ? of.kind
      : of.kind === 'member'
        ? `${of.group}/${encodePart(of.uuid)}/members/${encodePart(of.user)}`
        : `${of.kind}/${encodePart(of.uuid)}`;
  return `/api/icons/${path}?v=${mark}${at ? `&at=${Date.parse(at)}` : ''}`;
}

/**
 * The picture of a person, organization or project; its initials while there is none. Decoration: the name stands
 * beside it.
 * @param icon the `icon` or `avatar` of an answer: a mark of the picture, null without one
 */
export function PersonMark({
  of,
  name,
  icon,
  at = null,
  size = 'md',
}: {
  of: MarkOf;
  name: string;
  icon: string | null | undefined;
  /** When it was changed last (ISO 8601): at one address there may be another picture now. */
  at?: string | null;
  size?: keyof typeof sizes;
}) {
  const [failed, setFailed] = useState<string | null>(null);
  const src = icon ? addressOf(of, icon, at) : null;
  const round = of.kind === 'me' || of.kind === 'member' ? 'rounded-full' : 'rounded-md';
  return (
    <span
      aria-hidden
      className={cx(
        'relative inline-flex shrink-0 items-center justify-center overflow-hidden font-medium select-none',
        round,
        sizes[size],
        colors[colorOf(name, colors.length)],
      )}
    >
      {initialsOf(name)}
      {src && src !== failed && (
        // Next's own image component would fetch it by the server, without this person's session.
        // eslint-disable-next-line @next/next/no-img-element
        <img
          src={src}
          alt=""
          decoding="async"
          draggable={false}
          className="bg-surface absolute inset-0 size-full object-cover"
          // It may have failed before React listened.
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0) setFailed(src);
          }}
          onError={() => setFailed(src)}
        />
      )}
    </span>
  );
}
