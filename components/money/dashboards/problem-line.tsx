import { CircleAlert } from 'lucide-react';
import { TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { Retry } from './retry';

/** Says in the row of an account why it couldn't be read, with a link or button that helps. */
export async function ProblemLine({ problem, place }: { problem: Problem; place: string }) {
  const [t, words] = await Promise.all([translator('dashboards'), translator('problems')]);
  if (problem.code === 'not_offered')
    return <span className="text-faint">{words(`kinds.${problem.code}.title`)}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-danger inline-flex items-center gap-1.5">
        <CircleAlert aria-hidden className="size-4 shrink-0" />
        {words(`kinds.${problem.code}.title`)}
      </span>
      {problem.code === 'credential_refused' ? (
        <TextLink href={paths.account()}>{t('failed.relink')}</TextLink>
      ) : (
        <Retry label={t('failed.retry')} name={place} problem={problem} />
      )}
    </span>
  );
}
