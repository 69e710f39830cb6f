'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { Callout } from '@/components/ui/callout';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { TypeNameField } from '@/components/ui/type-name-field';
import { canonicalStatus } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { sameAsSeen } from '@/lib/format/compare-text';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { changeOf } from '@/lib/pricing';
import { useAccount } from '@/lib/query/scope';
import { aboutInstance, nameOf } from '../machine';
import { passwordRules, usernameRules } from '../rules';
import type { Detail } from '../use-instance';
import { useVerbReason } from '../verb-reason';
import { Part } from '../wizard/part';
import { bySystem, imageName, minDisk } from '../wizard/values';
import { NewPasswordField } from '@/components/parts/machines/new-password-field';
import { PriceChange } from './price-change';
import { pricedPartsOf, priceOf } from './prices';
import { withDetail, type DetailProps } from './with-detail';

type Image = Row<'D74'>;

/** The dialog that reinstalls a machine (D08), which erases its disk. */
export const ReinstallDialog = withDetail('reinstall', Reinstall);

function Reinstall({ machine, title, onClose }: DetailProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const name = nameOf(machine);
  const form = useDialogForm('D08', {
    onClose,
    defaults: {
      template_id: machine.os?.template_id ?? '',
      username: machine.username ?? '',
      password: '',
    },
    secrets: ['password'],
    input: (body) => ({ params: { instance_uuid: machine.uuid }, body }),
    about: () => aboutInstance(account, machine),
    done: () => ({ title: t('toasts.reinstall', { name }) }),
  });
  const nameReason = sameAsSeen(typed, name) ? null : ui('typeNameFirst');
  return (
    <FormDialog
      {...{ form, title, onClose }}
      size="md"
      submit={t('lifecycle.reinstall.submit')}
      danger
      reason={useVerbReason()('reinstall', machine) ?? nameReason}
    >
      <Callout tone="danger" title={t('lifecycle.reinstall.lostTitle')}>
        <p>{t('lifecycle.reinstall.lost')}</p>
        <p>{t('lifecycle.reinstall.kept')}</p>
      </Callout>
      <ImageField machine={machine} field={form.field('template_id', { required: true })} />
      <TextField
        label={t('wizard.username')}
        hint={t('wizard.usernameHint')}
        mono
        {...form.field('username', usernameRules)}
      />
      <NewPasswordField
        label={t('wizard.password')}
        value={form.form.watch('password')}
        onMade={(text) => form.set('password', text)}
        {...form.field('password', passwordRules)}
      />
      <Cost machine={machine} />
      <TypeNameField name={name} typed={typed} onType={setTyped} />
    </FormDialog>
  );
}

/** Asks for one of the systems that the machine's location offers (D74). */
function ImageField({ machine, field }: { machine: Detail; field: FieldProps }) {
  const here = machine.location_id === null ? {} : { location: machine.location_id };
  const images = useBackendQuery('D74', { query: here });
  return (
    <Part query={images}>
      {({ data }) => <ImageSelect images={data} disk={machine.storage_gb} field={field} />}
    </Part>
  );
}

interface ImageSelectProps {
  images: readonly Image[];
  disk: number | null;
  field: FieldProps;
}

/** The systems by name. A system that needs more disk than the machine has says so and can't be chosen. */
function ImageSelect({ images, disk, field }: ImageSelectProps) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  return (
    <Select label={m('image')} {...field}>
      <option value="">{t('lifecycle.reinstall.choose')}</option>
      {[...bySystem(images)].map(([system, versions]) => (
        <optgroup key={system} label={system}>
          {versions.map((image) => {
            const need = minDisk(image);
            const small = disk !== null && need > disk;
            const needs = t('wizard.needsDisk', {
              image: imageName(image),
              disk: gigabytes(need, locale),
            });
            return (
              <option key={image.template_id} value={image.template_id} disabled={small}>
                {small ? needs : imageName(image)}
              </option>
            );
          })}
        </optgroup>
      ))}
    </Select>
  );
}

/** Says what the machine costs afterwards. It runs after a reinstall, so a stopped machine will cost more. */
function Cost({ machine }: { machine: Detail }) {
  const t = useTranslations('instances');
  const runs = canonicalStatus(machine.status) === 'running';
  const tier = machine.tier_id ?? '';
  const input = { params: { tier_id: tier } };
  const prices = useBackendQuery('D77', input, { enabled: !runs && tier !== '' });
  if (runs) return <p className="text-muted">{t('lifecycle.reinstall.sameCost')}</p>;
  const then = priceOf(prices.data?.data, pricedPartsOf(machine), 'running');
  const now = { perHour: machine.price_per_hour, perMonth: machine.estimated_monthly_cost };
  return (
    <>
      <p className="text-muted">{t('lifecycle.reinstall.starts')}</p>
      <PriceChange
        loading={prices.isLoading}
        problem={prices.data ? null : (prices.error?.problem ?? null)}
        onRetry={() => void prices.refetch()}
        states={[{ state: 'charged', now, then }]}
      >
        <AccountBalance ordered={then.perHour} added={changeOf(then.perHour, now.perHour)} />
      </PriceChange>
    </>
  );
}
