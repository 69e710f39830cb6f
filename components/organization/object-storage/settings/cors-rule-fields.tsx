'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { corsMethods } from '@/lib/storage/cors-limits';
import { wrongParts, type TypedRule } from './cors-form';

/** The fields of one CORS rule. */
export function CorsRuleFields({
  number,
  rule,
  checked,
  onChange,
  onRemove,
}: {
  number: number;
  rule: TypedRule;
  /** Whether errors are shown. */
  checked: boolean;
  onChange: (next: TypedRule) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('storage-bucket.cors');
  const wrong = checked ? wrongParts(rule) : [];
  const errorOf = (part: (typeof wrong)[number]) =>
    wrong.includes(part) ? t(`wrong.${part}`) : null;
  const lines = (name: 'origins' | 'headers' | 'exposed') => ({
    mono: true,
    rows: Math.min(8, Math.max(2, rule[name].split('\n').length)),
    wrap: 'off' as const, // one line for each
    label: t(name),
    hint: t(`hints.${name}`),
    value: rule[name],
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...rule, [name]: event.target.value }),
  });
  return (
    <fieldset className="border-line flex flex-col gap-3 rounded-md border p-3">
      <legend className="px-1 font-medium">{t('rule', { number })}</legend>
      <TextArea {...lines('origins')} error={errorOf('Origins')} />
      <fieldset>
        <legend className="font-medium">{t('methods')}</legend>
        <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {corsMethods.map((method) => (
            <Checkbox
              key={method}
              label={method}
              checked={rule.methods.includes(method)}
              onChange={({ target }) =>
                onChange({
                  ...rule,
                  methods: target.checked
                    ? [...rule.methods, method]
                    : rule.methods.filter((one) => one !== method),
                })
              }
            />
          ))}
        </div>
        {errorOf('Methods') ? <p className="text-danger text-sm">{errorOf('Methods')}</p> : null}
      </fieldset>
      <div className="grid gap-3 md:grid-cols-2">
        <TextArea {...lines('headers')} error={errorOf('Headers')} />
        <TextArea {...lines('exposed')} error={errorOf('Exposed')} />
      </div>
      <TextField
        label={t('age')}
        inputMode="numeric"
        className="max-w-72"
        value={rule.age}
        error={errorOf('Age')}
        onChange={({ target }) => onChange({ ...rule, age: target.value })}
      />
      <div>
        <Button size="sm" onClick={onRemove}>
          {t('remove', { number })}
        </Button>
      </div>
    </fieldset>
  );
}
