'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Skeleton } from '@/components/ui/skeleton';
import { TEXT_CUT_HEADER, TEXT_ENCODING_HEADER } from '@/lib/header-names';
import { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { problemOf, send } from '@/lib/session/fetcher';
import { exactName } from '../../exact-name';
import { Refused } from './refused';

interface ShownText {
  text: string;
  /** As `TextDecoder` names it: `utf-8`. */
  encoding: string;
  /** There is more in the object. */
  cut: boolean;
}

async function readText(url: string, signal: AbortSignal): Promise<ShownText> {
  const answer = await send(url, { signal });
  if (!answer.ok) throw new ProblemError(await problemOf(answer, {}));
  return {
    text: await answer.text(),
    encoding: answer.headers.get(TEXT_ENCODING_HEADER) ?? 'utf-8',
    cut: answer.headers.get(TEXT_CUT_HEADER) === '1',
  };
}

/** The beginning of a text, as text, with the encoding that it was read by. */
export function TextPreview({ url, name }: { url: string; name: string }) {
  const t = useTranslations('storage-object.preview');
  const { identity } = usePerson();
  const [wraps, setWraps] = useState(true);
  const { data, error, refetch } = useQuery<ShownText, ProblemError>({
    queryKey: [identity, 'storage-text', url],
    queryFn: ({ signal }) => readText(url, signal),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (error) return <Refused problem={error.problem} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton className="h-4 w-56" />
      </div>
    );
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-muted text-sm">
          {t('encoding', { encoding: data.encoding.toUpperCase() })}
          {data.cut ? ` ${t('cut')}` : ''}
        </p>
        <Checkbox
          label={t('wrap')}
          checked={wraps}
          onChange={({ target }) => setWraps(target.checked)}
        />
      </div>
      <pre
        tabIndex={0}
        role="region"
        aria-label={t('content', { name: exactName(name) })}
        className={`bg-sunken border-line max-h-[70dvh] overflow-auto rounded-md border p-3 font-mono text-sm ${wraps ? 'wrap-anywhere whitespace-pre-wrap' : ''}`}
      >
        <bdi>{data.text}</bdi>
      </pre>
    </div>
  );
}
