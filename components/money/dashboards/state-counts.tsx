import { Status, type StatusGroup } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';
import type { Counts } from './machine';

const order = ['error', 'busy', 'run', 'off', 'unknown'] as const satisfies StatusGroup[];

/**
 * Shows how many machines are in each state: icon, number, and the name of the state. With `list` (the path of the
 * list of machines), each links to the machines in that state.
 */
export async function StateCounts({ counts, list }: { counts: Counts; list?: string | undefined }) {
  const t = await translator('machines');
  const word = (group: StatusGroup) =>
    group === 'unknown' ? t('status.unknown') : t(`groups.${group}`);
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5">
      {order
        .filter((group) => counts[group] > 0)
        .map((group) => {
          const words = (
            <>
              <span className="tabular">{counts[group]}</span>{' '}
              <span className="text-muted">{word(group)}</span>
            </>
          );
          return (
            <Status key={group} group={group}>
              {list && group !== 'unknown' ? (
                <TextLink href={`${list}?status=${group}`}>{words}</TextLink>
              ) : (
                <span>{words}</span>
              )}
            </Status>
          );
        })}
    </span>
  );
}
