'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { NumberField } from '@/components/ui/number-field';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';

const defaults = {
  name: 'duitku',
  merchant_code: '',
  merchant_key: '',
  callback: '',
  url: '/webapi/api/merchant/v2/inquiry',
  back: '',
  minutes: 30,
  vat: 11,
};

const isAddress = (text: string) =>
  /^https?:\/\//.test(text) && URL.canParse(text) ? null : 'url_invalid';

/** Adds a payment gateway, A48. The merchant key is sent, and never comes back. */
export function GatewayDialog({ onClose }: DialogProps) {
  const t = useTranslations('gateways');
  const form = useDialogForm('A48', {
    onClose,
    defaults,
    secrets: ['merchant_key'],
    fieldNames: { 'meta.0.return': 'back', 'meta.0.expiryPeriod': 'minutes' },
    input: ({ back, minutes, ...body }: typeof defaults) => ({
      body: {
        ...body,
        output_type: 'webview',
        meta: [{ return: back, expiryPeriod: String(minutes) }],
      },
    }),
    done: (_, { name }) => t('done', { name }),
  });
  const { field } = form;
  const needed = { required: true } as const;
  const address = { required: true, check: isAddress } as const;
  return (
    <FormDialog {...{ form, onClose }} title={t('create')} submit={t('createConfirm')}>
      <TextField label={t('name')} {...field('name', needed)} />
      <TextField label={t('merchant')} mono {...field('merchant_code', needed)} />
      <PasswordField
        label={t('key')}
        hint={t('keyHint')}
        autoComplete="off"
        {...field('merchant_key', needed)}
      />
      <TextField
        label={t('callback')}
        hint={t('callbackHint')}
        mono
        {...field('callback', address)}
      />
      <TextField label={t('address')} mono {...field('url', needed)} />
      <TextField label={t('return')} hint={t('returnHint')} mono {...field('back', address)} />
      <NumberField
        label={t('minutes')}
        {...field('minutes', { required: true, asNumber: true, min: 1, max: 10_080 })}
      />
      <NumberField
        label={t('percent')}
        unit="%"
        {...field('vat', { required: true, asNumber: true, min: 0, max: 100 })}
      />
    </FormDialog>
  );
}
