'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Anyone, ProofOf, PublicRights } from '@/lib/storage/shapes';
import { StoreProblem } from '../store-problem';
import { useProof } from '../use-bucket-settings';
import { differs, rights, warningOf } from './rights';

const saidGroups = { no: 'off', yes: 'run', some: 'unknown' } as const;
const grave = new Set(['write', 'delete']);

/** What anyone may do: as the policy says it, and as the storage answers without a signature. */
export function RightsPanel({ bucket, says }: { bucket: string; says: PublicRights }) {
  const t = useTranslations('storage-bucket');
  const { data, error, isFetching, refetch } = useProof(bucket);
  const proven = isFetching ? undefined : data;
  const warning = warningOf(says);
  return (
    <>
      {warning ? (
        <Callout tone={warning === 'write' ? 'danger' : 'warn'} title={t(`warning.${warning}`)}>
          <p>{t(`warning.texts.${warning}`)}</p>
        </Callout>
      ) : null}
      <Panel
        title={t('anyone.title')}
        actions={
          <Button size="sm" loading={isFetching} onClick={() => void refetch()}>
            {t('anyone.again')}
          </Button>
        }
      >
        <div className="flex flex-col gap-3" aria-busy={isFetching}>
          <Table caption={t('anyone.caption')}>
            <TableHead>
              <HeadCell>{t('anyone.right')}</HeadCell>
              <HeadCell>{t('anyone.says')}</HeadCell>
              <HeadCell>{t('anyone.proof')}</HeadCell>
            </TableHead>
            <TableBody>
              {rights.map((right) => (
                <TableRow key={right}>
                  <Cell main>{t(`anyone.${right}`)}</Cell>
                  <Cell label={t('anyone.says')}>
                    <Status group={groupOf(right, says[right])}>
                      {t(`anyone.${says[right]}`)}
                    </Status>
                  </Cell>
                  <Cell label={t('anyone.proof')}>
                    {proven ? (
                      <Proven right={right} proof={proven[right]} />
                    ) : isFetching ? (
                      <Status group="busy">{t('anyone.asking')}</Status>
                    ) : (
                      '–'
                    )}
                  </Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {rights.some((right) => says[right] === 'some') ? (
            <p className="text-muted text-sm">{t('anyone.someHint')}</p>
          ) : null}
          {proven && rights.some((right) => differs(says[right], proven[right])) ? (
            <Callout tone="warn" role="status" title={t('anyone.differs')} />
          ) : null}
          {error && !isFetching ? (
            <StoreProblem problem={error.problem} what={t('anyone.failed')} />
          ) : null}
          {proven ? (
            <p className="text-faint text-sm">
              {t('anyone.provenAt')} <Instant iso={proven.at} as="relative" />
            </p>
          ) : null}
        </div>
      </Panel>
    </>
  );
}

const groupOf = (right: string, said: Anyone) =>
  said === 'yes' && grave.has(right) ? 'error' : saidGroups[said];

function Proven({ right, proof }: { right: string; proof: ProofOf }) {
  const t = useTranslations('storage-bucket.anyone');
  const { allowed, answer } = proof;
  if (allowed === 'no') return <Status group="off">{t('refused')}</Status>;
  if (allowed === 'yes')
    return <Status group={grave.has(right) ? 'error' : 'run'}>{t('allowed')}</Status>;
  const known = answer === 'NoObject' || answer === 'Versioned' || answer === 'Unreachable';
  return (
    <span className="flex flex-col max-md:items-end">
      <Status group="unknown">{t('unproven')}</Status>
      <span className="text-faint text-xs">
        {known ? t(`why.${answer}`) : t('why.other', { answer })}
      </span>
    </span>
  );
}
