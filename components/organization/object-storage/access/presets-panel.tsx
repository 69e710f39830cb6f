'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { toast } from '@/components/ui/toast';
import { presetPolicy, type PolicyPreset } from '@/lib/storage/policy-text';
import type { PublicRights } from '@/lib/storage/shapes';
import { storageChange } from '../actions';
import { presetOf, presets } from './rights';
import { useWritePolicy } from './use-write-policy';

interface Of {
  bucket: string;
  mayChange: boolean;
  policy: string | null;
  says: PublicRights;
}

/** Sets who may use a bucket without a policy being written. */
export function PresetsPanel({ bucket, mayChange, policy, says }: Of) {
  const t = useTranslations('storage-bucket.presets');
  const store = useTranslations('object-storage');
  const write = useWritePolicy(bucket);
  const refusal = useRoleRefusal(mayChange, storageChange, store('noWrite'));
  const [chosen, setChosen] = useState<PolicyPreset | null>(null);
  const now = presetOf(says, bucket);
  return (
    <Panel title={t('title')}>
      <ul className="divide-line -my-2 flex flex-col divide-y">
        {presets.map((preset) => (
          <li key={preset} className="flex items-center justify-between gap-4 py-2">
            <div className="min-w-0">
              <p className="font-medium">{t(preset)}</p>
              <p className="text-muted text-sm">{t(`texts.${preset}`)}</p>
            </div>
            {preset === now ? (
              <span className="shrink-0">
                <Status group={preset === 'all' ? 'error' : 'run'}>{t('now')}</Status>
              </span>
            ) : (
              <Button
                size="sm"
                aria-label={`${t('set')}: ${t(preset)}`}
                onClick={() => setChosen(preset)}
                {...refusal}
              >
                {t('set')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen ? (
        <ConfirmDialog
          open
          onClose={() => setChosen(null)}
          title={t('confirmTitle', { preset: t(chosen), name: bucket })}
          confirmLabel={t('confirm')}
          confirmName={chosen === 'all' ? bucket : undefined}
          danger={chosen === 'all'}
          onConfirm={async () => {
            await write(presetPolicy(chosen, bucket));
            toast({ tone: 'good', title: t('done', { name: bucket }) });
          }}
        >
          <p>{t(`texts.${chosen}`)}</p>
          <p>{t(chosen === 'private' ? 'confirmPrivate' : 'confirmPublish')}</p>
          {chosen === 'all' ? <p>{t('confirmAll')}</p> : null}
          {policy !== null && chosen !== 'private' ? <p>{t('confirmReplace')}</p> : null}
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
