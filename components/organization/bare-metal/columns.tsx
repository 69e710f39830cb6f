'use client';
/** The columns of the list of bare-metal machines. */
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Standing } from '@/components/organization/standing/use-standing';
import { ImageName } from '@/components/parts/machines/image-name';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { baremetals } from '@/lib/resources/awanio';
import { useHardwareWords } from './hardware';
import { maasGroup } from './maas';
import { monthlyOf, wordOf, type Metal } from './metal';
import { MetalMeaning, MetalStatus } from './metal-status';

/** The state, with what it means where the machine isn't simply in use. */
function State({ metal }: { metal: Metal }) {
  const word = wordOf(metal);
  return (
    <span className="flex flex-col max-md:items-end">
      <MetalStatus word={word} />
      {maasGroup(word) === 'run' ? null : (
        <span className="text-faint max-w-xs text-xs">
          <MetalMeaning word={word} />
        </span>
      )}
    </span>
  );
}

function Hardware({ metal }: { metal: Metal }) {
  const words = useHardwareWords();
  return (
    <span className="flex flex-col">
      <span>{metal.machine?.name ?? '–'}</span>
      <span className="text-faint text-xs">{words(metal.machine?.pricing)}</span>
    </span>
  );
}

/** The columns; memoized. Needs the messages `bare-metal` and `machines`. */
export function useMetalColumns({
  placeOf,
  columns,
}: Pick<Standing<Metal>, 'placeOf' | 'columns'>): readonly Column<Metal>[] {
  const t = useTranslations('bare-metal');
  const shared = useTranslations('machines');
  return useMemo(
    () => [
      column.name<Metal>('name', t('name'), baremetals.name, {
        href: (metal) => baremetals.href(placeOf(metal), metal.uuid),
        beneath: (metal) =>
          metal.hostname && metal.hostname !== baremetals.name(metal) ? (
            <span className="text-faint block font-mono text-xs font-normal break-all">
              {metal.hostname}
            </span>
          ) : null,
      }),
      column.text<Metal>('status', shared('statusLabel'), wordOf, {
        cell: (metal) => <State metal={metal} />,
      }),
      ...columns,
      column.text<Metal>('hardware', t('hardware'), ({ machine }) => machine?.name ?? null, {
        cell: (metal) => <Hardware metal={metal} />,
      }),
      column.text<Metal>('image', shared('image'), ({ catalogue }) => catalogue?.name ?? null, {
        cell: ({ catalogue }) => <ImageName image={catalogue?.name ?? null} />,
      }),
      column.money<Metal>('month', t('month'), monthlyOf),
      column.instant<Metal>('created', shared('created'), ({ created_at: at }) => at),
    ],
    [t, shared, placeOf, columns],
  );
}
