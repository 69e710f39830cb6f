'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { aboutAddress, wrongName, type Address } from './address';

/**
 * Gives an address its reverse DNS name.
 * @param of D14 of a machine's address, D61 of any: they ask for different scopes of a key
 */
export function NameDialog({
  account,
  address,
  of,
  onClose,
}: {
  account: string;
  address: Pick<Address, 'uuid' | 'ip_address' | 'rdns'>;
  of: 'D14' | 'D61';
  onClose: () => void;
}) {
  const t = useTranslations('addresses');
  const name = address.ip_address ?? address.uuid;
  const form = useBackendForm<'D14' | 'D61', { rdns: string }>(of, {
    account,
    defaults: { rdns: address.rdns ?? '' },
    input: ({ rdns }) => ({ params: { ip_uuid: address.uuid }, body: { rdns: rdns.trim() } }),
    about: () => aboutAddress(account, address),
    onDone: (_, { rdns }) => {
      toast({ tone: 'good', title: t('rdns.done', { address: name, name: rdns.trim() }) });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('rdns.title', { address: name })} locked={form.pending}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-3">
        <TextField
          label={t('rdns.name')}
          hint={t('rdns.hint')}
          placeholder="mail.example.id"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          mono
          {...form.field('rdns', { required: true, check: wrongName })}
        />
        <FormProblem problem={form.problem} loose={form.loose} />
        <DialogButtons onClose={onClose} pending={form.pending} confirm={t('rdns.confirm')} />
      </form>
    </Dialog>
  );
}
