import { Callout } from '@/components/ui/callout';
import { translator } from '@/lib/next/intl';
import type { Problem } from '@/lib/problem';
import { Retry } from './retry';
import { dashboardWords } from './words';

/** Says why organizations and projects couldn't be listed. */
export async function ScopesProblem({ problem }: { problem: Problem }) {
  const [{ t }, words] = await Promise.all([dashboardWords(), translator('problems')]);
  return (
    <Callout
      tone="danger"
      title={t('failed.scopes')}
      actions={<Retry label={t('failed.retry')} problem={problem} />}
    >
      <p>{words(`kinds.${problem.code}.text`)}</p>
    </Callout>
  );
}
