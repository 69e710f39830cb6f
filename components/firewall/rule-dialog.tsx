'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { RequestPanel } from '@/components/forms/request-panel';
import { useProblemForm } from '@/components/forms/use-problem-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { shadowedBy } from '@/lib/firewall/decide';
import { lockouts } from '@/lib/firewall/lockout';
import type { Rule } from '@/lib/firewall/model';
import { ProblemError, type Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { LockoutNote } from './lockout-note';
import type { Place } from './place';
import { useSure } from './use-sure';
import { PortFields, PresetField, SourceFields } from './rule-fields';
import { ReplacedHalf } from './replaced-half';
import {
  beginWith,
  bodyOf,
  sourceBody,
  withForm,
  type RuleMode,
  type RuleValues,
} from './rule-values';
import { useFirewallWords } from './use-words';

/** Adds, edits or replaces a rule. Default export because `lazy` asks for one. */
export default function RuleDialog({
  place,
  mode: asked,
  onClose,
}: {
  place: Place;
  mode: RuleMode;
  onClose: () => void;
}) {
  const [mode, setMode] = useState(asked);
  const [half, setHalf] = useState<{ rule: Rule; problem: Problem } | null>(null);
  if (half) return <ReplacedHalf place={place} {...half} onClose={onClose} />;
  return (
    <RuleForm
      key={mode.kind}
      place={place}
      mode={mode}
      onReplace={(rule) => setMode({ kind: 'replace', rule })}
      onHalf={(rule, problem) => setHalf({ rule, problem })}
      onClose={onClose}
    />
  );
}

interface RuleFormProps {
  place: Place;
  mode: RuleMode;
  onReplace: (rule: Rule) => void;
  /** The new rule of a replacement is there, the old one couldn't be deleted. */
  onHalf: (rule: Rule, problem: Problem) => void;
  onClose: () => void;
}

/** Sends the form by its mode, and tells of it. */
function useSend({ place, mode, onHalf, onClose }: RuleFormProps) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const change = useBackendChange(place.account);
  const params = { instance_uuid: place.instance };
  const removeOld = async (rule: Rule) => {
    try {
      await change('D42', { params: { ...params, firewall_uuid: rule.id } });
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      onHalf(rule, error.problem);
      return false;
    }
  };
  return async (values: RuleValues) => {
    const made = withForm(place.firewall, mode, values, place.viewer)?.rule;
    const rule = made ? words.rule(place.firewall, made) : '';
    if (mode.kind === 'edit') {
      const { id, number } = mode.rule;
      await change('D40', { params: { ...params, firewall_rule_id: id }, body: bodyOf(values) });
      toast({ tone: 'good', title: t('form.saved', { number }) });
      return onClose();
    }
    const body = { ...bodyOf(values), ...sourceBody(values, place.viewer) };
    await change('D39', { params, body });
    if (mode.kind === 'replace' && !(await removeOld(mode.rule))) return;
    toast({
      tone: 'good',
      title: t(mode.kind === 'add' ? 'form.added' : 'form.replaced', { rule }),
    });
    onClose();
  };
}

function RuleForm(props: RuleFormProps) {
  const { place, mode, onReplace, onClose } = props;
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const form = useProblemForm<RuleValues>({
    defaults: beginWith(mode),
    fieldNames: { action: 'verdict' },
    submit: useSend(props),
  });
  const values = form.form.watch();
  const made = withForm(place.firewall, mode, values, place.viewer);
  const warnings = made ? lockouts(place.firewall, made.after, place.viewer) : [];
  const [sure, setSure] = useSure(warnings);
  const before = made ? shadowedBy(made.after, made.rule)?.map(({ number }) => number) : null;
  const blocked = warnings.length > 0 && !sure ? t('lockout.sureFirst') : null;
  const { error: _, ...verdict } = form.field('verdict');
  const number = mode.kind === 'add' ? 0 : mode.rule.number;
  const titles = {
    add: t('form.add'),
    edit: t('form.edit', { number }),
    replace: t('form.replace', { number }),
  };
  const buttons = {
    add: t('form.submitAdd'),
    edit: t('form.submitEdit'),
    replace: t('form.submitReplace'),
  };
  return (
    <Dialog open onClose={onClose} title={titles[mode.kind]} locked={form.pending} size="md">
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        {mode.kind === 'edit' ? (
          <Fixed place={place} rule={mode.rule} onReplace={onReplace} />
        ) : (
          <PresetField account={place.account} form={form} />
        )}
        <PortFields form={form} />
        {mode.kind === 'edit' ? null : <SourceFields form={form} place={place} />}
        <RadioCards
          legend={t('form.action')}
          {...verdict}
          cards={(['accept', 'drop'] as const).map((value) => ({
            value,
            title: t(`verdicts.${value}`),
            description: t(`form.${value}Text`),
          }))}
        />
        <TextField
          label={t('form.description')}
          hint={t('form.descriptionHint')}
          autoComplete="off"
          {...form.field('description', { required: true, maxLength: 255 })}
        />
        <Standing mode={mode} made={made?.rule ?? null} />
        {before ? (
          <Callout tone="warn" role="status">
            {t('form.duplicate', { numbers: before.length, rules: words.numbers(before) })}
          </Callout>
        ) : null}
        <LockoutNote place={place} warnings={warnings} sure={sure} onSure={setSure} />
        <RuleRequest place={place} mode={mode} values={values} />
        <FormProblem problem={form.problem} loose={form.loose} />
        <DialogButtons
          onClose={onClose}
          pending={form.pending}
          confirm={buttons[mode.kind]}
          danger={warnings.length > 0}
          reason={blocked}
        />
      </form>
    </Dialog>
  );
}

/** What of a rule can't be edited, and the way round it. */
function Fixed({
  place,
  rule,
  onReplace,
}: {
  place: Place;
  rule: Rule;
  onReplace: (rule: Rule) => void;
}) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  return (
    <Callout
      title={`${t('form.source')}: ${words.source(place.firewall, rule.source)}`}
      actions={
        <Button size="sm" onClick={() => onReplace(rule)}>
          {t('form.toReplace')}
        </Button>
      }
    >
      {t('form.fixed')}
    </Callout>
  );
}

/** Where a new rule will stand. */
function Standing({ mode, made }: { mode: RuleMode; made: Rule | null }) {
  const t = useTranslations('firewall');
  if (!made || mode.kind === 'edit') return null;
  const { number } = made;
  return (
    <p className="text-muted">
      {mode.kind === 'add'
        ? t('form.last', { number })
        : t('form.replaceText', { number, old: mode.rule.number })}
    </p>
  );
}

function RuleRequest({
  place,
  mode,
  values,
}: {
  place: Place;
  mode: RuleMode;
  values: RuleValues;
}) {
  const params = { instance_uuid: place.instance };
  if (mode.kind === 'edit') {
    const input = { params: { ...params, firewall_rule_id: mode.rule.id }, body: bodyOf(values) };
    return <RequestPanel of="D40" input={input} />;
  }
  const body = { ...bodyOf(values), ...sourceBody(values, place.viewer) };
  return <RequestPanel of="D39" input={{ params, body }} />;
}
