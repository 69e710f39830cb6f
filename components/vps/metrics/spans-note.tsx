'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Instant } from '@/components/ui/instant';
import { duration } from '@/lib/format';
import type { Span } from './metrics';

/** How many spans are listed, the longest ones. */
const maxListed = 4;

const iso = (at: number) => new Date(at).toISOString();

function SpanTimes({ span: { from, to, fromStart, toEnd } }: { span: Span }) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const [begin, end] = [
    <Instant key="from" iso={iso(from)} as="exact" />,
    <Instant key="to" iso={iso(to)} as="exact" />,
  ];
  if (fromStart && toEnd) return t('spans.always');
  if (fromStart) return [t('spans.until'), ' ', end];
  const span = ` (${duration((to - from) / 1000, locale)})`;
  return toEnd ? [t('spans.since'), ' ', begin, span] : [begin, ' – ', end, span];
}

function SpanItem({ span }: { span: Span }) {
  const t = useTranslations('metrics');
  return (
    <li>
      <span className="text-ink font-medium">{t(`states.${span.state}`)}</span>{' '}
      <SpanTimes span={span} />
    </li>
  );
}

/** Explains the shaded parts of the charts: when the machine was off and when it was not measured. */
export function SpansNote({ spans }: { spans: readonly Span[] }) {
  const t = useTranslations('metrics');
  if (spans.length === 0) return null;
  const longest = [...spans].sort((one, other) => other.to - other.from - (one.to - one.from));
  const listed = longest.slice(0, maxListed).sort((one, other) => one.from - other.from);
  const left = spans.length - listed.length;
  return (
    <div className="border-line bg-surface text-muted mb-4 rounded-md border px-4 py-2.5 text-sm">
      <p className="flex items-start gap-2">
        <span aria-hidden className="bg-off-soft border-line mt-1 size-3 shrink-0 border" />
        {t('spans.title')}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-0.5 pl-5">
        {listed.map((span) => (
          <SpanItem key={span.from} span={span} />
        ))}
        {left > 0 ? <li>{t('spans.more', { count: left })}</li> : null}
      </ul>
    </div>
  );
}
