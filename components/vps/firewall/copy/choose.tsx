'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { InstanceStatus } from '@/components/vps/instances/instance-status';
import { nameOf } from '@/components/vps/instances/machine';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DialogFoot } from '@/components/ui/dialog-foot';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { canonicalStatus } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { folded } from '@/lib/format/compare-text';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useFirewallTab } from '../firewall-context';
import type { Target } from './compared';

interface ChooseProps {
  chosen: readonly Target[];
  onChosen: (chosen: readonly Target[]) => void;
  policy: boolean;
  onPolicy: (policy: boolean) => void;
  onCompare: () => void;
  onClose: () => void;
}

/** From more instances than this, the list has a search field. */
const maxWithoutSearch = 8;

/** The step that asks which machines get the rules. */
export function Choose(props: ChooseProps) {
  const t = useTranslations('firewall');
  const query = useBackendQuery('D02', { query: { limit: 100 } });
  return (
    <Live
      part
      query={query}
      failed={t('copy.loadFailed')}
      stale={null}
      outline={<TableSkeleton label={t('copy.loading')} />}
    >
      {(list) => <Choices {...props} list={list} />}
    </Live>
  );
}

function Choices({ list: { data, page }, ...props }: ChooseProps & { list: Result<'D02'> }) {
  const { chosen, policy, onPolicy, onCompare, onClose } = props;
  const t = useTranslations('firewall');
  const ui = useTranslations('ui');
  const { instance, firewall } = useFirewallTab();
  const { policy: own, unread } = firewall;
  const others = data.filter(({ uuid, status }) => {
    const word = canonicalStatus(status);
    return uuid !== instance && word !== 'deleting' && word !== 'deleted';
  });
  const total = page?.total ?? 0;
  return (
    <>
      <p>{t('copy.text')}</p>
      {unread.length > 0 ? (
        <p className="text-warn">{t('copy.unreadHere', { count: unread.length })}</p>
      ) : null}
      {others.length === 0 ? (
        <p className="text-muted">{t('copy.none')}</p>
      ) : (
        <Machines {...props} rows={others} />
      )}
      {total > data.length ? (
        <p className="text-muted">{t('copy.many', { shown: data.length, total })}</p>
      ) : null}
      {own ? (
        <Checkbox
          label={t('copy.policy', { policy: t(`verdicts.${own}`) })}
          hint={t('copy.policyHint')}
          checked={policy}
          onChange={(event) => onPolicy(event.target.checked)}
        />
      ) : null}
      <DialogFoot>
        <Button onClick={onClose}>{ui('cancel')}</Button>
        <Button
          variant="primary"
          disabledReason={chosen.length === 0 ? t('copy.compareFirst') : null}
          onClick={onCompare}
        >
          {t('copy.compare')}
        </Button>
      </DialogFoot>
    </>
  );
}

function Machines({ chosen, onChosen, rows }: ChooseProps & { rows: readonly Row<'D02'>[] }) {
  const t = useTranslations('firewall');
  const [q, setQ] = useState('');
  const shown = rows.filter((row) =>
    folded(`${nameOf(row)} ${row.ip_address ?? ''}`).includes(folded(q.trim())),
  );
  const ids = new Set(chosen.map(({ id }) => id));
  const without = (gone: readonly Row<'D02'>[]) =>
    chosen.filter(({ id }) => !gone.some(({ uuid }) => uuid === id));
  const target = (row: Row<'D02'>): Target => ({ id: row.uuid, name: nameOf(row) });
  const all = shown.length > 0 && shown.every(({ uuid }) => ids.has(uuid));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t('copy.choose')}</legend>
      {rows.length > maxWithoutSearch ? (
        <TextField
          label={t('copy.search')}
          type="search"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      ) : null}
      {shown.length === 0 ? (
        <p className="text-muted">{t('copy.noneFound', { q })}</p>
      ) : (
        <div className="border-line rounded-md border">
          <Checkbox
            label={t('copy.all')}
            className="border-line bg-sunken border-b px-3 py-2"
            checked={all}
            onChange={() =>
              onChosen(all ? without(shown) : [...without(shown), ...shown.map(target)])
            }
          />
          <ul className="divide-line max-h-64 divide-y overflow-y-auto">
            {shown.map((row) => (
              <li key={row.uuid} className="flex items-center gap-3 px-3 py-2">
                <Checkbox
                  className="min-w-0 grow"
                  label={
                    <>
                      <span className="font-medium break-all">{nameOf(row)}</span>{' '}
                      <span className="text-muted font-mono text-sm">{row.ip_address}</span>
                    </>
                  }
                  checked={ids.has(row.uuid)}
                  onChange={(event) =>
                    onChosen(event.target.checked ? [...chosen, target(row)] : without([row]))
                  }
                />
                <InstanceStatus machine={row} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}
