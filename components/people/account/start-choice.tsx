'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { chooseStart } from '@/components/parts/shell/preferences';
import { Select } from '@/components/ui/select';
import { readStart, startPages, type StartPage } from '@/lib/start-page';

/** Chooses what is shown after sign-in. */
export function StartChoice({ start }: { start: StartPage }) {
  const t = useTranslations('account.preferences');
  const [chosen, setChosen] = useState(start);
  return (
    <Select
      className="sm:col-span-2"
      label={t('start')}
      value={chosen}
      onChange={({ target: { value } }) => {
        const next = readStart(value);
        chooseStart(next);
        setChosen(next);
      }}
    >
      {startPages.map((page) => (
        <option key={page} value={page}>
          {t(`starts.${page}`)}
        </option>
      ))}
    </Select>
  );
}
