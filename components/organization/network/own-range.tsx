'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFieldWords } from '@/components/parts/forms/use-field-words';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/text-field';
import { readRange, type AddressRange } from '@/lib/contract/reading/network';
import { count } from '@/lib/format';
import { RangeFacts } from './range-facts';
import { verdictsOf, type Verdict } from './verdict';

/**
 * A field for a range of the person's own, which is compared with the VPC at once and sent nowhere.
 * @param brief leaves out what the range holds
 */
export function OwnRange({ vpc, brief }: { vpc: AddressRange | null; brief?: boolean }) {
  const t = useTranslations('organization-network.own');
  const words = useFieldWords();
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState(false);
  const { value: own, fault } = readRange(typed);
  const wrong = left && typed.trim() !== '' && fault ? words(fault) : null;
  return (
    <div className="flex flex-col gap-3">
      <TextField
        mono
        label={t('label')}
        hint={vpc ? t('hint') : t('hintNone')}
        value={typed}
        error={wrong}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setLeft(true)}
      />
      <div role="status" aria-label={t('result')} className="flex flex-col gap-2 empty:hidden">
        {own ? verdictsOf(own, vpc).map((each) => <Said key={each.key} verdict={each} />) : null}
      </div>
      {own && !brief ? <RangeFacts range={own} /> : null}
    </div>
  );
}

function Said({ verdict: { key, tone, values } }: { verdict: Verdict }) {
  const t = useTranslations('organization-network.verdicts');
  const locale = useLocale();
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? count(value, locale) : value,
    ]),
  );
  return (
    <Callout tone={tone}>
      <p>{t(key, shown)}</p>
    </Callout>
  );
}
