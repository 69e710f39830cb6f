'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { Spinner } from '@/components/ui/spinner';
import type { ProblemError } from '@/lib/problem';
import { LinkKeyButton } from './key-panel';
import { StoreProblem } from './store-problem';
import { storeTroubleOf, wantsKey } from './store-trouble';
import { useLinkable, useLinkedKey } from './use-key';

/** Shows its content where a key is linked, else says that one is needed. */
export function NeedsKey({ children }: { children: ReactNode }) {
  const t = useTranslations('storage-bucket');
  const store = useTranslations('object-storage');
  const linked = Boolean(useLinkedKey().data);
  const linkable = useLinkable();
  if (linked) return children;
  if (!linkable) return <Callout title={store('trouble.notSet')} />;
  return (
    <Callout title={t('needsKey.title')} actions={<LinkKeyButton size="sm" />}>
      <p>{t('needsKey.text')}</p>
    </Callout>
  );
}

/** A setting once it is read, and what is wrong until then. */
export function SettingGate<Answer>({
  query,
  what,
  failed,
  children,
}: {
  query: UseQueryResult<Answer, ProblemError>;
  what: 'policy' | 'versioning' | 'cors';
  /** That it couldn't be read, as a sentence. */
  failed: string;
  children: (answer: Answer) => ReactNode;
}) {
  const t = useTranslations('storage-bucket');
  const { data, error } = query;
  if (error?.problem.code === 'not_offered') return <p>{t(`notOffered.${what}`)}</p>;
  if (error)
    return (
      <StoreProblem
        problem={error.problem}
        what={failed}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        actions={wantsKey(storeTroubleOf(error.problem)) ? <LinkKeyButton size="sm" /> : null}
      />
    );
  if (data === undefined)
    return (
      <p role="status" className="text-muted flex items-center gap-2">
        <Spinner /> {t('loading')}
      </p>
    );
  return children(data);
}
