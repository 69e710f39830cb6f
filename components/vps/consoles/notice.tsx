'use client';
import { Plug, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Machine } from '@/components/vps/instances/machine';
import { StartButton } from '@/components/vps/instances/start-button';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ProblemNote } from '@/components/ui/error-state';
import { Spinner } from '@/components/ui/spinner';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { retryDelays, type EndReason, type View } from './console-state';

/** What the notice is about. */
export interface NoticeProps {
  view: View;
  instance: string;
  machine: Machine | null;
  onRetry: () => void;
}

interface CardProps {
  title: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

function Card({ title, actions, children }: CardProps) {
  return (
    <div className="border-line bg-surface flex w-full max-w-md flex-col gap-1.5 rounded-md border p-4">
      <h2 className="flex items-center gap-2 text-lg">{title}</h2>
      {children}
      {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

const retries: Partial<Record<EndReason, 'connect' | 'connectHere' | 'retry'>> = {
  left: 'connect',
  moved: 'connectHere',
  given_up: 'retry',
  no_access: 'retry',
};

interface EndedNoticeProps extends NoticeProps {
  view: Extract<View, { phase: 'ended' }>;
}

function EndedNotice({ view, instance, machine, onRetry }: EndedNoticeProps) {
  const account = useAccount();
  const t = useTranslations('consoles');
  const { why, last, problem } = view;
  if (why === 'refused' && problem) {
    return <ProblemNote problem={problem} what={t('ended.refused.title')} onRetry={onRetry} />;
  }
  const retry = retries[why];
  const toMachine = why === 'no_access' || why === 'in_error' || why === 'suspended';
  return (
    <Card
      title={t(`ended.${why}.title`)}
      actions={
        <>
          {why === 'stopped' && machine ? <StartButton machine={machine} /> : null}
          {retry ? (
            <Button
              variant={why === 'no_access' ? 'secondary' : 'primary'}
              icon={retry === 'retry' ? <RotateCw aria-hidden /> : <Plug aria-hidden />}
              onClick={onRetry}
            >
              {t(`ended.${retry}`)}
            </Button>
          ) : null}
          {why === 'deleted' ? (
            <ButtonLink variant="primary" href={paths.instances(account)}>
              {t('ended.toList')}
            </ButtonLink>
          ) : null}
          {toMachine ? (
            <ButtonLink href={paths.instance(account, instance)}>{t('ended.toMachine')}</ButtonLink>
          ) : null}
        </>
      }
    >
      {why === 'no_access' ? (
        <p>{t('ended.no_access.text', { account })}</p>
      ) : why !== 'refused' ? (
        <p>{t(`ended.${why}.text`)}</p>
      ) : null}
      {last ? <p className="text-muted">{t(`lostReasons.${last}`)}</p> : null}
    </Card>
  );
}

/** What happens, why, and what the viewer can do; nothing while the console is connected. */
export function NoticeCard(props: NoticeProps) {
  const t = useTranslations('consoles');
  const { view, onRetry } = props;
  switch (view.phase) {
    case 'connected':
      return null;
    case 'ended':
      return <EndedNotice {...props} view={view} />;
    case 'waiting':
      return (
        <Card
          title={
            <>
              <Spinner className="text-busy" /> {t('waiting.title')}
            </>
          }
        >
          <p>{t('waiting.text')}</p>
        </Card>
      );
    case 'reconnecting': {
      const { attempt, delay, why } = view;
      const words = { seconds: Math.round(delay / 1000), attempt, most: retryDelays.length };
      return (
        <Card
          title={
            <>
              <Spinner className="text-busy" /> {t('reconnecting.title')}
            </>
          }
          actions={
            <Button icon={<RotateCw aria-hidden />} onClick={onRetry}>
              {t('reconnecting.now')}
            </Button>
          }
        >
          <p>{t(`lostReasons.${why}`)}</p>
          <p className="text-muted">{t('reconnecting.attempt', words)}</p>
        </Card>
      );
    }
    default:
      return (
        <p className="bg-surface flex items-center gap-2 rounded-md px-3 py-2">
          <Spinner className="text-busy" /> {t('ready' in view && view.ready ? 'ready' : 'opening')}
        </p>
      );
  }
}

/** The place of a notice where the console shows nothing else. */
export function NoticePlace({ children }: { children: ReactNode }) {
  return (
    <div className="absolute inset-0 flex overflow-y-auto p-4">
      <div className="m-auto flex w-full max-w-md justify-center">{children}</div>
    </div>
  );
}
