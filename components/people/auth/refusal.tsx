'use client';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import type { Problem } from '@/lib/problem';

/** Says why a form was refused if no field says it, with the request id that support asks for. */
export function Refusal({ problem }: { problem: Problem }) {
  const t = useTranslations('problems');
  const { code, backendMessage, requestId, retryAfter } = problem;
  return (
    <Callout tone="danger" role="alert" title={t(`kinds.${code}.title`)}>
      <p>
        {t(`kinds.${code}.text`)}{' '}
        {retryAfter ? t('retryAfter', { seconds: Math.ceil(retryAfter) }) : t(`kinds.${code}.todo`)}
      </p>
      {backendMessage ? (
        <p className="text-muted">
          {t('backendSays')} <q>{backendMessage}</q>
        </p>
      ) : null}
      {requestId ? (
        <p className="text-muted text-sm">
          {t('requestId')} <code className="font-mono break-all select-all">{requestId}</code>
        </p>
      ) : null}
    </Callout>
  );
}
