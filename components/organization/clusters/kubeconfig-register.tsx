'use client';
/** The kubeconfigs that were downloaded in this browser: a warning of those that end, and the list of all. */
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Callout } from '@/components/ui/callout';
import { Foreign } from '@/components/ui/foreign';
import { IconButton } from '@/components/ui/icon-button';
import { Instant, useNow } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { GroupScope } from '@/lib/paths';
import { usePerson } from '@/lib/query/person';
import { useLasting } from '@/lib/query/use-lasting';
import { clusters } from '@/lib/resources/awanio';
import { CertificateStatus } from './certificate-status';
import { belongs, downloadedIn, forgetDownloaded, standing, type Downloaded } from './kubeconfigs';

interface Shown {
  place: GroupScope | null;
  whole: boolean;
}

function useDownloaded({ place, whole }: Shown): Downloaded[] {
  const { identity } = usePerson();
  return downloadedIn(useLasting(identity, 'kubeconfigs')).filter((row) =>
    belongs(row, place, whole),
  );
}

const rowId = ({ uuid }: Downloaded) => uuid;
const pageOf = ({ scope, uuid }: Downloaded) => clusters.href(scope, uuid);

/** Warns of certificates that end soon or have ended, each with a link to where a new file is downloaded. */
export function Warnings(shown: Shown) {
  const t = useTranslations('kubeconfigs');
  const now = useNow();
  const rows = useDownloaded(shown);
  if (now === null) return null;
  const told = rows.filter(({ ends }) => standing(ends, now).state !== 'valid');
  if (told.length === 0) return null;
  return (
    <section aria-label={t('warning')}>
      <Callout tone="warn" title={t('warning')}>
        <ul className="flex flex-col gap-1">
          {told.map((row) => (
            <li key={rowId(row)} className="flex flex-wrap gap-x-3">
              <TextLink href={pageOf(row)}>
                <Foreign text={row.name} />
              </TextLink>
              <CertificateStatus ends={row.ends} />
            </li>
          ))}
        </ul>
        <p>{t('warningText')}</p>
      </Callout>
    </section>
  );
}

/** Lists what was downloaded, with the days left. */
export function Register({ place }: Pick<Shown, 'place'>) {
  const t = useTranslations('kubeconfigs');
  const { identity } = usePerson();
  const rows = useDownloaded({ place, whole: false });
  if (rows.length === 0) return null;
  return (
    <Panel title={t('title')} description={t('text')} flush>
      <PlainTable
        caption={t('title')}
        columns={[
          {
            id: 'name',
            header: t('cluster'),
            main: true,
            cell: (row) => (
              <TextLink href={pageOf(row)}>
                <Foreign text={row.name} />
              </TextLink>
            ),
          },
          {
            id: 'context',
            header: t('context'),
            cell: ({ context }) => <span className="font-mono text-sm break-all">{context}</span>,
          },
          {
            id: 'status',
            header: t('certificate'),
            cell: ({ ends }) => <CertificateStatus ends={ends} />,
          },
          {
            id: 'ends',
            header: t('ends'),
            cell: ({ ends }) => <Instant iso={ends} as="exact" />,
          },
          {
            id: 'forget',
            header: t('forget'),
            end: 'menu',
            cell: ({ uuid, name }) => (
              <IconButton
                size="sm"
                label={t('forgetOf', { name })}
                icon={<X aria-hidden />}
                onClick={() => forgetDownloaded(identity, uuid)}
              />
            ),
          },
        ]}
        rows={rows}
        rowId={rowId}
      />
    </Panel>
  );
}
