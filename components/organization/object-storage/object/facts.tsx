'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { CopyButton } from '@/components/ui/copy-button';
import { Instant } from '@/components/ui/instant';
import { KeyValue, type Pair } from '@/components/ui/key-value';
import { bytes, number } from '@/lib/format';
import { exactName } from '../exact-name';

/** A fact that is known; null is left out. */
export type Fact = Pair | null;

/** Shows the facts that are known. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return <KeyValue pairs={facts.filter((fact) => fact !== null)} />;
}

/** A text that a person or program put at the store: as text, with marks for what can't be seen, and copied as it is. */
export function StoredText({ text, label }: { text: string; label: string }) {
  return (
    <span className="-my-1 inline-flex max-w-full min-w-0 items-start gap-0.5">
      <bdi className="min-w-0 py-1 font-mono break-all whitespace-pre-wrap">{exactName(text)}</bdi>
      <CopyButton text={text} label={label} />
    </span>
  );
}

/** The facts that both ways of reading an object tell. */
export function useFactWords() {
  const t = useTranslations('storage-object.facts');
  const locale = useLocale();
  return {
    size: (size: number | null): Fact => ({
      term: t('size'),
      value:
        size === null
          ? '–'
          : size < 1024
            ? bytes(size, locale)
            : t('sizeExact', { size: bytes(size, locale), bytes: number(size, locale) }),
    }),
    modified: (iso: string | null): Fact => ({
      term: t('modified'),
      value: <Instant iso={iso} as="exact" style="second" />,
    }),
    type: (type: string | null): Fact =>
      type === null || type === ''
        ? null
        : {
            term: t('type'),
            value: <Copyable text={type} label={t('copy', { what: t('type') })} />,
          },
  };
}
