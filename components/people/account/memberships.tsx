import { sessionScopes, type Scope } from '@/components/parts/shell/scopes';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';

const isMembership = (scope: Scope): scope is Exclude<Scope, { kind: 'account' }> =>
  scope.kind !== 'account';

/** The organizations and projects of the signed-in person, with their role in each. */
export async function Memberships() {
  const [t, rights, { scopes, problem }] = await Promise.all([
    translator('account'),
    translator('rights'),
    sessionScopes(),
  ]);
  const rows = scopes.filter(isMembership);
  const kindOf = (scope: (typeof rows)[number]) => {
    if (scope.kind === 'organization') return t('places.organization');
    const { organizationName: organization } = scope;
    return organization ? t('places.projectOf', { organization }) : t('places.project');
  };
  return (
    <Panel title={t('places.title')} flush={rows.length > 0}>
      {problem ? (
        <div className={rows.length > 0 ? 'p-4' : undefined}>
          <Callout tone="warn">{t('places.missing')}</Callout>
        </div>
      ) : null}
      {rows.length > 0 ? (
        <Table caption={t('places.caption')}>
          <TableHead>
            <HeadCell>{t('places.place')}</HeadCell>
            <HeadCell>{t('places.kind')}</HeadCell>
            <HeadCell>{t('places.role')}</HeadCell>
          </TableHead>
          <TableBody>
            {rows.map((scope) => (
              <TableRow key={scope.key}>
                <Cell main>
                  <TextLink href={scope.href}>{scope.label}</TextLink>
                </Cell>
                <Cell label={t('places.kind')}>{kindOf(scope)}</Cell>
                <Cell label={t('places.role')}>{rights(`roles.${scope.role}`)}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : problem ? null : (
        <p className="text-muted">{t('places.empty')}</p>
      )}
    </Panel>
  );
}
