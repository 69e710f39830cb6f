'use client';
import { useState, type FormEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { NumberField } from '@/components/ui/number-field';
import { toast } from '@/components/ui/toast';
import { isViewIdentity } from '@/lib/contract/view-as';
import { rupiah } from '@/lib/format';
import { readWhole } from '@/lib/format/read-number';
import { usePerson } from '@/lib/query/person';
import { keepThreshold, useThresholds } from './thresholds';

/** More rupiah than this is a slip of the hand. */
const most = 1_000_000_000_000;

export interface LowBalanceDialogProps {
  /** The key of the scope. */
  scope: string;
  /** The name of the scope. */
  name: string;
  /** Rupiah an hour that everything costs now; null if it isn't known. */
  perHour: number | null;
  onClose: () => void;
}

/** Asks from which balance on the console warns this person. */
export function LowBalanceDialog({ scope, name, perHour, onClose }: LowBalanceDialogProps) {
  const t = useTranslations('money-overview.warning');
  const locale = useLocale();
  const { identity } = usePerson();
  const now = useThresholds(identity)[scope];
  const [typed, setTyped] = useState(now === undefined ? '' : String(now));
  const [wrong, setWrong] = useState<'required' | 'notKept' | null>(null);
  // A view keeps nothing, whatever the browser allows.
  const viewing = isViewIdentity(identity) ? t('viewing') : null;
  const keep = (amount: number | null) => {
    if (!keepThreshold(identity, scope, amount)) return setWrong('notKept');
    toast({
      tone: 'good',
      title: amount === null ? t('removed') : t('saved', { amount: rupiah(amount) }),
    });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { value } = readWhole(typed, locale);
    if (value === undefined || value < 1 || value > most) return setWrong('required');
    keep(value);
  };
  return (
    <Dialog open onClose={onClose} title={t('title')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>{t('text', { name })}</p>
        <NumberField
          label={t('field')}
          unit="IDR"
          min={1}
          step={10_000}
          value={typed}
          hint={perHour ? t('hint', { day: rupiah(perHour * 24) }) : undefined}
          error={wrong === 'required' ? t('required') : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(null);
          }}
        />
        {now === undefined ? null : (
          <div>
            <Button size="sm" disabledReason={viewing} onClick={() => keep(null)}>
              {t('off')}
            </Button>
          </div>
        )}
        <DialogButtons onClose={onClose} pending={false} confirm={t('save')} reason={viewing}>
          {viewing ? <Callout title={viewing} /> : null}
          {wrong === 'notKept' ? <Callout tone="warn" role="alert" title={t('notKept')} /> : null}
        </DialogButtons>
      </form>
    </Dialog>
  );
}
