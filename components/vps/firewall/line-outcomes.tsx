'use client';
import { useTranslations } from 'use-intl';
import { useFieldWords } from '@/components/parts/forms/codes';
import { isolatedNode } from '@/components/ui/foreign';
import { StepIcon, type StepIconState } from '@/components/ui/step-icon';
import type { PastedLine, PastedState } from '@/lib/firewall/paste';

/** A line before it is sent, while it is, and after. */
export interface LineOutcome extends Omit<PastedLine, 'state'> {
  state: PastedState | 'waiting' | 'working' | 'done' | 'failed';
  /** Why it failed. */
  why?: string;
}

const icons: Record<LineOutcome['state'], StepIconState> = {
  ready: 'waiting',
  changed: 'waiting',
  waiting: 'waiting',
  working: 'working',
  done: 'done',
  known: 'left',
  twice: 'left',
  asked: 'asked',
  invalid: 'failed',
  wide: 'failed',
  failed: 'failed',
};

interface LineOutcomesProps {
  lines: readonly LineOutcome[];
  /** All lines have been tried. */
  settled: boolean;
}

/** What happens, or happened, to each line of what was pasted. */
export function LineOutcomes({ lines, settled }: LineOutcomesProps) {
  const t = useTranslations('firewall');
  const field = useFieldWords();
  if (lines.length === 0) return null;
  const words = ({ state, cidr, why, fault }: LineOutcome) => {
    if (state === 'changed') return t('sets.lines.changed', { cidr });
    if (state === 'failed') return t('sets.lines.failed', { why: why ?? '' });
    if (state === 'invalid' && fault && fault !== 'cidr_invalid') return field(fault);
    return t(`sets.lines.${state}`);
  };
  const done = lines.filter(({ state }) => state === 'done').length;
  const failed = lines.length - done;
  return (
    <div className="flex flex-col gap-1">
      <ul
        aria-label={t('sets.outcomes')}
        className="border-line bg-sunken max-h-48 overflow-y-auto rounded-md border px-3 py-1 text-sm"
      >
        {lines.map((line, index) => (
          <li key={`${index} ${line.typed}`} className="flex items-start gap-2 py-0.5">
            <span className="mt-0.5 flex">
              <StepIcon state={icons[line.state]} />
            </span>
            <span className="min-w-0">
              <span className="font-mono break-all">{isolatedNode(line.typed)}</span>{' '}
              {isolatedNode(line.description)}
            </span>
            <span className="text-muted ml-auto max-w-1/2 shrink-0 text-right">{words(line)}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="text-muted text-sm">
        {settled
          ? [
              t('sets.addDone', { count: done }),
              ...(failed > 0 ? [t('sets.addFailed', { count: failed })] : []),
            ].join(', ')
          : ''}
      </p>
    </div>
  );
}
