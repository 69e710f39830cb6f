'use client';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '@/components/ui/code-block';
import type { Ref } from '@/lib/contract';
import { titles } from '@/lib/contract/titles';
import type { AnyInput } from '@/lib/query/url';
import { curl, type CurlOptions } from './curl';

/** The equal `curl` call of a form, collapsed at first. Secrets are shell variables. */
export function RequestPanel({
  of,
  input,
  ...options
}: { of: Ref; input: AnyInput } & CurlOptions) {
  const t = useTranslations('ui');
  return (
    <details className="border-line bg-surface rounded-md border">
      <summary className="text-muted hover:text-ink px-3 py-2">{t('asCurl')}</summary>
      <div className="border-line flex flex-col gap-2 border-t p-3">
        <p className="text-muted text-sm">{t('asCurlText', { operation: titles[of] })}</p>
        <CodeBlock code={curl(of, input, options)} label={t('asCurl')} />
      </div>
    </details>
  );
}
