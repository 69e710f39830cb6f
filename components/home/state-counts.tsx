import { Status, type StatusGroup } from '@/components/ui/status';
import { translator } from '@/lib/next/intl';
import type { Counts } from './machine';

const order = ['error', 'busy', 'run', 'off', 'unknown'] as const satisfies StatusGroup[];

/** How many machines are in which state: a mark and a number each, with the state's word. */
export async function StateCounts({ counts }: { counts: Counts }) {
  const t = await translator('machines');
  const word = (group: StatusGroup) =>
    group === 'unknown' ? t('status.unknown') : t(`groups.${group}`);
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5">
      {order
        .filter((group) => counts[group] > 0)
        .map((group) => (
          <Status key={group} group={group}>
            <span>
              <span className="tabular">{counts[group]}</span>{' '}
              <span className="text-muted">{word(group)}</span>
            </span>
          </Status>
        ))}
    </span>
  );
}
