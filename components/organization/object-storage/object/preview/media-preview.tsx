'use client';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '@/lib/problem';
import { exactName } from '../../exact-name';
import { Note } from './preview-note';
import { Refused } from './refused';
import { whyNot } from './why-not';

/** A picture, sound or film in the browser's own element, which runs nothing of it. */
export function MediaPreview({
  url,
  name,
  kind,
  textButton,
}: {
  url: string;
  name: string;
  kind: 'image' | 'audio' | 'video';
  textButton: ReactNode;
}) {
  const t = useTranslations('storage-object.preview');
  const [failed, setFailed] = useState<{ problem: Problem | null } | null>(null);
  const label = exactName(name);
  // An element tells that it failed and nothing more.
  const onError = () => void whyNot(url).then((problem) => setFailed({ problem }));
  if (failed)
    return failed.problem ? (
      <Refused problem={failed.problem} onRetry={() => setFailed(null)} actions={textButton} />
    ) : (
      <Note>{t('undecodable')}</Note>
    );
  if (kind === 'image')
    return (
      // The address asks for the session, which no image service has.
      // eslint-disable-next-line @next/next/no-img-element
      <img
        src={url}
        alt={label}
        onError={onError}
        className="bg-sunken mx-auto max-h-[70dvh] max-w-full object-contain"
      />
    );
  const media = { src: url, controls: true, preload: 'metadata', onError, 'aria-label': label };
  return kind === 'audio' ? (
    <audio {...media} className="w-full" />
  ) : (
    <video {...media} playsInline className="mx-auto max-h-[70dvh] w-full bg-black" />
  );
}
