'use client';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { roleOfLevel, type Place } from '@/lib/contract/permissions';
import { ofOrganizationAlone, roleMatrix } from '@/lib/contract/role-matrix';

/**
 * What a level may do in an organization or project, and in a project what the organization decides, read from the table of operations by which the proxy decides.
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
        <table aria-label={t('matrix.caption')} className="w-full text-sm">
          <tbody className="divide-line divide-y">
            {rows.map(({ id, see, change }) => (
              <tr key={id}>
                <th scope="row" className="px-3 py-1.5 text-left font-normal">
                  {t(`areas.${id}`)}
                </th>
                <td className={cx('px-3 py-1.5 text-right', !see && !change && 'text-faint')}>
                  {t(change ? 'cells.change' : see ? 'cells.see' : 'cells.no')}
                </td>
              </tr>
            ))}
            {place === 'project'
              ? ofOrganizationAlone.map((id) => (
                  <tr key={id} className="text-muted">
                    <th scope="row" className="px-3 py-1.5 text-left font-normal">
                      {t(`areas.${id}`)}
                    </th>
                    <td className="px-3 py-1.5 text-right">{t('cells.organization')}</td>
                  </tr>
                ))
              : null}
          </tbody>
        </table>
      </div>
      {place === 'project' ? (
        <p className="text-muted text-sm">{t('matrix.ofOrganization')}</p>
      ) : null}
    </section>
  );
}
