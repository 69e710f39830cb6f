'use client';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { backupInputs, priceInput } from '@/components/vps/backups/inputs';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ProblemNote } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Result } from '@/lib/contract/types';
import { number, rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { useBackendQuery, useBackendRead } from '@/lib/query/use-backend-query';
import { copiesOf, monthOf, type MachineCopies } from './copies';

/** An instance, by its uuid and the name on screen. */
export interface NamedMachine {
  uuid: string;
  name: string;
}

/** How many machines one click reads. Each costs two calls, and an account has sixty calls a minute. */
const atOnce = 10;

interface Props {
  machines: readonly NamedMachine[];
  /** Rupiah a month that the account costs beyond what its lists show. */
  perMonth: number;
  onClose: () => void;
}

/** Reads the snapshots (D23) and the first page of backups (D28) of some machines. */
function useCopies(machines: readonly NamedMachine[]) {
  const read = useBackendRead();
  return useQueries({
    queries: machines.flatMap(({ uuid }) => {
      const { snapshots, history } = backupInputs(uuid, 1);
      return [read('D23', snapshots), read('D28', history)].map((one) => ({
        ...one,
        staleTime: 5 * 60_000,
      }));
    }),
    combine: (answers) => ({
      asking: answers.some(({ isPending, fetchStatus }) => isPending && fetchStatus !== 'idle'),
      problem: answers.find(({ error }) => error)?.error?.problem ?? null,
      retry: () => answers.filter(({ error }) => error).forEach(({ refetch }) => void refetch()),
      copies: machines.map((machine, index): MachineCopies => ({
        ...machine,
        ...copiesOf(
          answers[2 * index]?.data as Result<'D23'> | undefined,
          answers[2 * index + 1]?.data as Result<'D28'> | undefined,
        ),
      })),
    }),
  });
}

/** Lists the machines that have snapshots or backups: how many, and what they cost. Needs the messages `home`. */
export function CopiesDialog({ machines, perMonth, onClose }: Props) {
  const t = useTranslations('home.copies');
  const [most, setMost] = useState(atOnce);
  const shown = machines.slice(0, most);
  const { asking, problem, retry, copies } = useCopies(shown);
  const withCopies = copies
    .filter(({ snapshots, backups }) => snapshots + backups > 0)
    .sort((a, b) => b.snapshots + b.backups - (a.snapshots + a.backups));
  const more = machines.length - shown.length;
  return (
    <Dialog open onClose={onClose} title={t('title')} size="md">
      <p className="text-muted text-sm">{t('text', { amount: rupiah(perMonth) })}</p>
      {problem ? <ProblemNote problem={problem} onRetry={retry} retrying={asking} /> : null}
      {withCopies.length > 0 ? <CopiesTable machines={withCopies} /> : null}
      {asking ? <Skeleton className="h-24 w-full" /> : null}
      {!asking && !problem && withCopies.length === 0 ? <p>{t('none')}</p> : null}
      {more > 0 ? (
        <Button size="sm" loading={asking} onClick={() => setMost(most + atOnce)}>
          {t('more', { count: more })}
        </Button>
      ) : null}
    </Dialog>
  );
}

function CopiesTable({ machines }: { machines: readonly MachineCopies[] }) {
  const t = useTranslations('home.copies');
  return (
    <Table caption={t('title')}>
      <TableHead>
        <HeadCell>{t('machine')}</HeadCell>
        <HeadCell numeric>{t('snapshots')}</HeadCell>
        <HeadCell numeric>{t('backups')}</HeadCell>
        <HeadCell numeric>{t('month')}</HeadCell>
      </TableHead>
      <TableBody>
        {machines.map((copies) => (
          <CopiesRow key={copies.uuid} copies={copies} />
        ))}
      </TableBody>
    </Table>
  );
}

/**
 * Reads the rupiah a month of one backup of a machine (D30, which needs the machine's tier). Null until it is
 * known.
 */
function usePerBackup(uuid: string, enabled: boolean): number | null {
  const input = { params: { instance_uuid: uuid } };
  const { data: machine } = useBackendQuery('D04', input, { enabled });
  const tier = machine?.tier_id ?? '';
  const asks = { enabled: enabled && tier !== '' };
  const { data } = useBackendQuery('D30', priceInput(uuid, tier), asks);
  return data?.estimated_price ?? null;
}

function CopiesRow({ copies }: { copies: MachineCopies }) {
  const account = useAccount();
  const t = useTranslations('home.copies');
  const locale = useLocale();
  const { uuid, name, snapshots, backups } = copies;
  const perBackup = usePerBackup(uuid, backups > 0);
  return (
    <TableRow>
      <Cell main>
        <TextLink href={paths.instancePart(account, uuid, 'backups')}>{name}</TextLink>
      </Cell>
      <Cell label={t('snapshots')} numeric>
        {number(snapshots, locale)}
      </Cell>
      <Cell label={t('backups')} numeric>
        {number(backups, locale)}
      </Cell>
      <Cell label={t('month')} numeric>
        {rupiah(monthOf(copies, perBackup))}
      </Cell>
    </TableRow>
  );
}
