'use client';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';

/** Lists what a rollback or a restore deletes, one line each. */
export function LossList({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('backups');
  return (
    <Callout tone="danger" title={t('lost')}>
      <ul className="list-disc pl-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Callout>
  );
}
