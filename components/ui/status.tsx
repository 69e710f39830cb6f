import type { ReactNode } from 'react';
import { cx } from './cx';

/** The groups of states. `components/parts/machines` and others map a backend's words to them. */
export type StatusGroup = 'run' | 'off' | 'busy' | 'error' | 'unknown';

const colors: Record<StatusGroup, { mark: string; text: string; soft: string }> = {
  run: { mark: 'text-run-mark', text: 'text-run', soft: 'bg-run-soft' },
  off: { mark: 'text-off-mark', text: 'text-off', soft: 'bg-off-soft' },
  busy: { mark: 'text-busy-mark', text: 'text-busy', soft: 'bg-busy-soft' },
  error: { mark: 'text-danger-mark', text: 'text-danger', soft: 'bg-danger-soft' },
  unknown: { mark: 'text-warn-mark', text: 'text-warn', soft: 'bg-warn-soft' },
};

/** Each group has its own shape, so that colour isn't the only difference. */
function Mark({ group }: { group: StatusGroup }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden className={cx('size-3 shrink-0', colors[group].mark)}>
      {group === 'run' ? <circle cx="6" cy="6" r="4.5" fill="currentColor" /> : null}
      {group === 'off' ? (
        <rect
          x="2.5"
          y="2.5"
          width="7"
          height="7"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
        />
      ) : null}
      {group === 'busy' ? (
        <g className="origin-center animate-spin">
          <circle
            cx="6"
            cy="6"
            r="4.25"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
            strokeDasharray="18 9"
          />
        </g>
      ) : null}
      {group === 'error' ? <path d="M6 1 11.4 10.5H.6z" fill="currentColor" /> : null}
      {group === 'unknown' ? (
        <path d="M6 .9 11.1 6 6 11.1.9 6z" fill="none" stroke="currentColor" strokeWidth="1.75" />
      ) : null}
    </svg>
  );
}

/** Shows a state by shape, word and colour: `<Status group="run">Running</Status>`. `chip` adds a background. */
export function Status({
  group,
  chip,
  children,
}: {
  group: StatusGroup;
  chip?: boolean;
  children: ReactNode;
}) {
  const { text, soft } = colors[group];
  return (
    <span
      data-status={group}
      className={cx(
        'inline-flex items-center gap-1.5 align-bottom whitespace-nowrap',
        text,
        chip && cx(soft, 'rounded px-2 py-0.5 text-sm font-medium'),
      )}
    >
      <Mark group={group} />
      {children}
    </span>
  );
}
