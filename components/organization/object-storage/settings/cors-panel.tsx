'use client';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast';
import { useAttempt } from '@/components/ui/use-attempt';
import { useGroup } from '@/lib/query/scope';
import { corsText, readCorsText } from '@/lib/storage/cors-text';
import type { CorsRule } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { storageChange } from '../actions';
import { writeCors } from '../calls';
import { goToFault, JsonArea } from '../json-area';
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
import { CorsRuleFields } from './cors-rule-fields';

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
  /** The JSON as a person typed it; null where it is made of the fields. */
  const [written, setWritten] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [checked, setChecked] = useState(false);
  const text = written ?? corsText(typed.map(ruleOf));
  const read = readCorsText(text);
  const fault = 'fault' in read && (written !== null || checked) ? read.fault : null;
  const dirty = fault !== null || JSON.stringify(typed.map(ruleOf)) !== JSON.stringify(rules);
  const { origin } = window.location;
  const direct = rules.some((rule) => letsUpload(rule, origin));
  const type = (next: readonly TypedRule[]) => {
    setTyped(next);
    setWritten(null);
  };
  const add = (rule: CorsRule) =>
    type([...typed, typedRule(rule, Math.max(-1, ...typed.map(({ name }) => name)) + 1)]);
  const write = (next: readonly CorsRule[]) =>
    attempt(async () => {
      await writeCors(params, bucket, next);
      toast({ tone: 'good', title: t('saved', { name: bucket }) });
      await changed(bucket, 'cors');
    });
  const writeJson = (next: string) => {
    setWritten(next);
    const given = readCorsText(next);
    if ('rules' in given) setTyped(given.rules.map(typedRule));
  };
  const save = () => {
    setChecked(true);
    const wellTyped = typed.every((rule) => wrongParts(rule).length === 0);
    if ('rules' in read) {
      if (wellTyped) void write(read.rules);
    } else if (wellTyped || written !== null) goToFault(area.current, read.fault);
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-x-6 gap-y-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {typed.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
          {typed.map((rule, index) => (
            <CorsRuleFields
              key={rule.name}
              number={index + 1}
              rule={rule}
              checked={checked}
              onChange={(next) => type(typed.map((one) => (one === rule ? next : one)))}
              onRemove={() => type(typed.filter((one) => one !== rule))}
            />
          ))}
          <div>
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
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <JsonArea
            label={t('json')}
            hint={t('hints.json')}
            value={text}
            wrong={fault ? { ...fault, what: t(`faults.${fault.code}`) } : null}
            readOnly={!mayChange}
            area={area}
            onChange={writeJson}
          />
        </div>
      </div>
      {problem ? <StoreProblem problem={problem} what={t('saveFailed')} /> : null}
      {dirty ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" loading={busy} onClick={save} {...refusal}>
            {t('save')}
          </Button>
          <Button onClick={() => type(first)}>{t('reset')}</Button>
          <span className="text-muted text-sm">{t('unsaved')}</span>
        </div>
      ) : null}
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
