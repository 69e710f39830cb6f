'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { lazyNamed } from '@/components/ui/lazy-named';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { Row } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';

const GatewayDialog = lazyNamed(() => import('./gateway-dialog'), 'GatewayDialog');

/** The payment gateways (A47), and a way to add one. The API can neither change nor delete one. */
export function GatewayList({ problem }: { problem: Problem | null }) {
  const t = useTranslations('gateways');
  const query = useBackendQuery('A47', {});
  const [open, setOpen] = useState(false);
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen(true)}>
            {t('create')}
          </Button>
        }
      />
      <p className="text-muted mb-4 max-w-prose">{t('limits')}</p>
      <Live {...{ query, problem }} failed={t('failed')}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          ) : (
            <div className="grid gap-4 lg:grid-cols-2">
              {data.map((gateway, index) => (
                <Gateway key={gateway.uuid ?? index} gateway={gateway} />
              ))}
            </div>
          )
        }
      </Live>
      {open ? <GatewayDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Gateway({ gateway }: { gateway: Row<'A47'> }) {
  const t = useTranslations('gateways');
  const { name, merchant_code: code, url, output_type: output, vat, created_at: at } = gateway;
  return (
    <Panel title={name ?? code ?? '–'}>
      <KeyValue
        pairs={[
          { term: t('merchant'), value: code, mono: true },
          { term: t('key'), value: t('keyHidden') },
          { term: t('address'), value: url, mono: true },
          { term: t('output'), value: output },
          { term: t('vat'), value: vat === null ? null : `${vat} %` },
          { term: t('made'), value: <Instant iso={at} as="exact" style="date" /> },
        ]}
      />
    </Panel>
  );
}
