'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useAsciiHint } from '@/components/parts/forms/use-ascii-hint';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { readDomain } from '@/lib/contract/reading/names';
import { aboutAddress, type Address } from './address';
import { useAccount } from '@/lib/query/scope';

type NameDialogProps = DialogProps<{
  address: Pick<Address, 'uuid' | 'ip_address' | 'rdns'>;
  of: 'D14' | 'D61';
}>;

/**
 * The dialog that sets the reverse DNS name of an address.
 * @param of D14 sets the name of a machine's address, D61 that of any address. They need different scopes of a key.
 */
export function NameDialog({ address, of, onClose }: NameDialogProps) {
  const account = useAccount();
  const t = useTranslations('addresses');
  const name = address.ip_address ?? address.uuid;
  const form = useDialogForm<'D14' | 'D61', { rdns: string }>(of, {
    onClose,
    defaults: { rdns: address.rdns ?? '' },
    input: (body) => ({ params: { ip_uuid: address.uuid }, body }),
    about: () => aboutAddress(account, address),
    done: (_, { rdns }) => t('rdns.done', { address: name, name: rdns }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('rdns.title', { address: name })}
      submit={t('rdns.confirm')}
    >
      <TextField
        label={t('rdns.name')}
        hint={useAsciiHint(form.form.watch('rdns'), t('rdns.hint'))}
        placeholder="mail.example.id"
        mono
        {...form.field('rdns', { required: true, read: readDomain })}
      />
    </FormDialog>
  );
}
