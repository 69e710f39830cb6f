'use client';
import { useTranslations } from 'use-intl';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { roleOfLevel, type Place } from '@/lib/contract/permissions';
import { roleMatrix } from '@/lib/contract/role-matrix';

/**
 * What a level may do in an organization or project, read from the table of operations by which the proxy decides.
 * Load it late: that table is large. Needs the messages `rights`.
 */
export function RoleMatrix({
  level,
  place,
  financeLevel,
}: {
  level: number;
  place: Place;
  financeLevel: number | null;
}) {
  const t = useTranslations('rights');
  const rows = roleMatrix(roleOfLevel(level, financeLevel), place);
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium">{t('matrix.caption')}</h3>
      <div className="border-line overflow-hidden rounded-md border">
        <PlainTable
          caption={t('matrix.caption')}
          rows={rows}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'area',
              header: t('matrix.area'),
              main: true,
              cell: ({ id }) => t(`areas.${id}`),
            },
            {
              id: 'right',
              header: t('matrix.right'),
              cell: ({ see, change }) => (
                <span className={see || change ? undefined : 'text-faint'}>
                  {t(change ? 'cells.change' : see ? 'cells.see' : 'cells.no')}
                </span>
              ),
            },
          ]}
        />
      </div>
    </section>
  );
}
