'use client';
import { useTranslations } from 'use-intl';
import { CopyButton } from './copy-button';

/** Shows code or output unchanged, with a copy button. `label` names it to screen readers. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  const t = useTranslations('ui');
  return (
    <div className="border-line bg-sunken flex items-start rounded-md border">
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="min-w-0 grow overflow-x-auto p-3 font-mono text-sm"
      >
        <code>{code}</code>
      </pre>
      <div className="shrink-0 p-1.5">
        <CopyButton text={code} label={t('copy')} />
      </div>
    </div>
  );
}
