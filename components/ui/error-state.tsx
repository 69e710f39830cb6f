'use client';
import { RotateCw } from 'lucide-react';
import { useContext, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '@/lib/problem';
import { Button } from './button';
import { Callout } from './callout';
import { CopyButton } from './copy-button';
import { HelpContext } from './help';
import { OutsideLink } from './outside-link';
import { useProblemWords } from './problem-words';
import { useWayOut } from './way-out';

export interface ErrorStateProps {
  problem: Problem;
  /** What failed, as a sentence: “The list of instances couldn't be loaded.” */
  what?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  actions?: ReactNode;
}

/** The words of a problem below its title. */
function Words({ problem }: { problem: Problem }) {
  const t = useTranslations('problems');
  const { text, todo } = useProblemWords()(problem);
  const wait = problem.retryAfter;
  return (
    <>
      <p>{text}</p>
      <p>
        {todo}
        {wait ? ` ${t('retryAfter', { seconds: Math.ceil(wait) })}` : ''}
      </p>
      {problem.backendMessage ? (
        <p className="text-muted">
          {t('backendSays')} <q>{problem.backendMessage}</q>
        </p>
      ) : null}
    </>
  );
}

function RequestId({ id }: { id: string }) {
  const t = useTranslations('problems');
  return (
    <p className="text-muted flex items-center gap-1 text-sm">
      {t('requestId')} <code className="font-mono break-all select-all">{id}</code>
      <CopyButton text={id} label={t('copyRequestId')} />
    </p>
  );
}

/** Links to the provider's support and portal, if the operator has set them. */
function Helpers() {
  const t = useTranslations('problems');
  const { support, portal } = useContext(HelpContext);
  return (
    <>
      {support ? <OutsideLink href={support}>{t('support')}</OutsideLink> : null}
      {portal ? <OutsideLink href={portal}>{t('portal')}</OutsideLink> : null}
    </>
  );
}

/** A problem inside a page whose other parts work, such as a refused form or a failed action. */
export function ProblemNote({ problem, what, onRetry: again, retrying, actions }: ErrorStateProps) {
  const t = useTranslations('problems');
  const { title } = useProblemWords()(problem);
  // To ask again helps nobody: the provider doesn't have it.
  const absent = problem.code === 'not_offered';
  const out = useWayOut()(problem);
  const onRetry = absent ? undefined : again;
  return (
    <Callout
      tone={absent || problem.createdBefore !== undefined ? 'warn' : 'danger'}
      role="alert"
      title={what ?? title}
      actions={
        onRetry || actions || out || absent ? (
          <>
            {onRetry ? (
              <Button
                size="sm"
                loading={retrying}
                icon={<RotateCw aria-hidden />}
                onClick={onRetry}
              >
                {t('retry')}
              </Button>
            ) : null}
            {actions}
            {out}
            {absent ? <Helpers /> : null}
          </>
        ) : undefined
      }
    >
      <Words problem={problem} />
      {problem.requestId ? <RequestId id={problem.requestId} /> : null}
    </Callout>
  );
}

/** A problem that replaces a whole page or panel. */
export function ErrorState(props: ErrorStateProps) {
  return (
    <div className="mx-auto w-full max-w-2xl py-8">
      <ProblemNote {...props} />
    </div>
  );
}
