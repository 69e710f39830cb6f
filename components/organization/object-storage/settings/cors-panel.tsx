'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useAttempt } from '@/components/ui/use-attempt';
import { useGroup } from '@/lib/query/scope';
import { corsMethods } from '@/lib/storage/cors-methods';
import type { CorsRule } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { storageChange } from '../actions';
import { writeCors } from '../calls';
import { SettingGate } from '../setting-gate';
import { StoreProblem } from '../store-problem';
import { useCors } from '../use-bucket-settings';
import { useSettingsChanged } from '../use-settings-changed';
import {
  consoleRule,
  letsUpload,
  ruleOf,
  typedRule,
  wrongParts,
  type TypedRule,
} from './cors-form';

interface Of {
  bucket: string;
  mayChange: boolean;
}

/** The CORS rules of a bucket. */
export function CorsPanel(of: Of) {
  const t = useTranslations('storage-bucket.cors');
  const query = useCors(of.bucket);
  return (
    <Panel title={t('title')} description={t('text')}>
      <SettingGate query={query} what="cors" failed={t('failed')}>
        {({ rules }) => <Rules key={JSON.stringify(rules)} {...of} rules={rules} />}
      </SettingGate>
    </Panel>
  );
}

function Rules({ bucket, mayChange, rules }: Of & { rules: readonly CorsRule[] }) {
  const t = useTranslations('storage-bucket.cors');
  const store = useTranslations('object-storage');
  const params = groupParams(useGroup());
  const changed = useSettingsChanged();
  const refusal = useRoleRefusal(mayChange, storageChange, store('noWrite'));
  const { busy, problem, attempt } = useAttempt();
  const [first] = useState(() => rules.map(typedRule));
  const [typed, setTyped] = useState<readonly TypedRule[]>(first);
  const [checked, setChecked] = useState(false);
  const dirty = JSON.stringify(typed.map(ruleOf)) !== JSON.stringify(rules);
  const { origin } = window.location;
  const direct = rules.some((rule) => letsUpload(rule, origin));
  const add = (rule: CorsRule) =>
    setTyped([...typed, typedRule(rule, Math.max(-1, ...typed.map(({ name }) => name)) + 1)]);
  const write = (next: readonly CorsRule[]) =>
    attempt(async () => {
      await writeCors(params, bucket, next);
      toast({ tone: 'good', title: t('saved', { name: bucket }) });
      await changed(bucket, 'cors');
    });
  const save = () => {
    setChecked(true);
    if (typed.every((rule) => wrongParts(rule).length === 0)) void write(typed.map(ruleOf));
  };
  return (
    <div className="flex flex-col gap-4">
      {typed.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      {typed.map((rule, index) => (
        <Rule
          key={rule.name}
          number={index + 1}
          rule={rule}
          checked={checked}
          onChange={(next) => setTyped(typed.map((one) => (one === rule ? next : one)))}
          onRemove={() => setTyped(typed.filter((one) => one !== rule))}
        />
      ))}
      {problem ? <StoreProblem problem={problem} what={t('saveFailed')} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<Plus aria-hidden />}
          onClick={() =>
            add({
              allowed_origins: [],
              allowed_methods: ['GET'],
              allowed_headers: [],
              expose_headers: [],
            })
          }
          {...refusal}
        >
          {t('add')}
        </Button>
        {dirty ? (
          <>
            <Button variant="primary" loading={busy} onClick={save} {...refusal}>
              {t('save')}
            </Button>
            <Button onClick={() => setTyped(first)}>{t('reset')}</Button>
            <span className="text-muted text-sm">{t('unsaved')}</span>
          </>
        ) : null}
      </div>
      {direct ? (
        <p className="text-muted text-sm">{t('consoleThere', { origin })}</p>
      ) : dirty ? null : (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            loading={busy}
            onClick={() => void write([...rules, consoleRule(origin)])}
            {...refusal}
          >
            {t('console')}
          </Button>
          <span className="text-muted text-sm">{t('consoleHint', { origin })}</span>
        </div>
      )}
      <LeaveGuard active={dirty} />
    </div>
  );
}

function Rule({
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
        <TextArea {...lines('exposed')} />
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
