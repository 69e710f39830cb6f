'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { toast } from '@/components/ui/toast';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../../vms/group';
import { storageChange } from '../actions';
import { writeVersioning } from '../calls';
import { SettingGate } from '../setting-gate';
import { useVersioning } from '../use-bucket-settings';
import { useSettingsChanged } from '../use-settings-changed';

const groups = { off: 'off', enabled: 'run', suspended: 'unknown' } as const;

/** Whether a bucket keeps versions, what that means and costs, and its switch. */
export function VersioningPanel({ bucket, mayChange }: { bucket: string; mayChange: boolean }) {
  const t = useTranslations('storage-bucket.versioning');
  const store = useTranslations('object-storage');
  const params = groupParams(useGroup());
  const query = useVersioning(bucket);
  const changed = useSettingsChanged();
  const refusal = useRoleRefusal(mayChange, storageChange, store('noWrite'));
  const [asked, setAsked] = useState(false);
  return (
    <Panel title={t('title')}>
      <SettingGate query={query} what="versioning" failed={t('failed')}>
        {({ state }) => {
          const next = state === 'enabled' ? 'suspend' : 'enable';
          return (
            <div className="flex flex-col items-start gap-3">
              <p className="flex flex-wrap items-center gap-x-2">
                <Status group={groups[state]}>{t(state)}</Status>
                <span>{t(`means.${state}`)}</span>
              </p>
              <p className="text-muted text-sm">{t('cost')}</p>
              <Button onClick={() => setAsked(true)} {...refusal}>
                {t(next)}
              </Button>
              <ConfirmDialog
                open={asked}
                onClose={() => setAsked(false)}
                title={t(`ask.${next}`, { name: bucket })}
                confirmLabel={t(next)}
                onConfirm={async () => {
                  await writeVersioning(
                    params,
                    bucket,
                    next === 'enable' ? 'enabled' : 'suspended',
                  );
                  await changed(bucket, 'versioning', 'proof');
                  toast({ tone: 'good', title: t('done', { name: bucket }) });
                }}
              >
                <p>{t(`explain.${next}`)}</p>
                <p>{t('cost')}</p>
              </ConfirmDialog>
            </div>
          );
        }}
      </SettingGate>
    </Panel>
  );
}
