'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm, type FormRequest } from '@/components/parts/forms/use-problem-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { readLine } from '@/lib/contract/reading/text';
import { shadowedBy } from '@/lib/firewall/decide';
import type { Firewall, Rule } from '@/lib/firewall/model';
import { ProblemError, type Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useFirewallHere, type FirewallHere } from './firewall-context';
import { PortFields, PresetField, SourceFields } from './rule-fields';
import {
  beginWith,
  editInput,
  newInput,
  withForm,
  type RuleMode,
  type RuleValues,
} from './rule-values';
import { useGuard } from './use-guard';
import { useFirewallWords } from './use-words';
import { Dialog } from '@/components/ui/dialog';
import { ProblemNote } from '@/components/ui/error-state';
import { useAttempt } from '@/components/ui/use-attempt';

/** Adds, edits or replaces a rule. */
export function RuleDialog({ mode: asked, onClose }: DialogProps<{ mode: RuleMode }>) {
  const [mode, setMode] = useState(asked);
  const [half, setHalf] = useState<{ rule: Rule; problem: Problem } | null>(null);
  if (half) return <UnfinishedReplacement {...half} onClose={onClose} />;
  return (
    <RuleForm
      key={mode.kind}
      mode={mode}
      onReplace={(rule) => setMode({ kind: 'replace', rule })}
      onHalf={(rule, problem) => setHalf({ rule, problem })}
      onClose={onClose}
    />
  );
}

type RuleFormProps = DialogProps<{
  mode: RuleMode;
  onReplace: (rule: Rule) => void;
  /** The new rule of a replacement is there, the old one couldn't be deleted. */
  onHalf: (rule: Rule, problem: Problem) => void;
}>;

/** Sends the form by its mode, and tells of it. */
function useSend({ mode, onHalf, onClose }: RuleFormProps) {
  const here = useFirewallHere();
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const change = useBackendChange();
  return async (values: RuleValues) => {
    const tell = (title: string) => {
      toast({ tone: 'good', title });
      onClose();
    };
    if (mode.kind === 'edit') {
      await change('D40', editInput(here, mode.rule, values));
      return tell(t('form.saved', { number: mode.rule.number }));
    }
    const made = withForm(here.firewall, mode, values, here.viewer)?.rule;
    const rule = made ? words.rule(made) : '';
    await change('D39', newInput(here, values));
    if (mode.kind === 'add') return tell(t('form.added', { rule }));
    try {
      const params = { instance_uuid: here.instance, firewall_uuid: mode.rule.id };
      await change('D42', { params });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return onHalf(mode.rule, error.problem);
    }
    tell(t('form.replaced', { rule }));
  };
}

/** The equal call; of a replacement its first half. */
const requestOf = (here: FirewallHere, mode: RuleMode): FormRequest<RuleValues> =>
  mode.kind === 'edit'
    ? { of: 'D40', input: (values) => editInput(here, mode.rule, values) }
    : { of: 'D39', input: (values) => newInput(here, values) };

function RuleForm(props: RuleFormProps) {
  const { mode, onReplace, onClose } = props;
  const here = useFirewallHere();
  const t = useTranslations('firewall');
  const form = useProblemForm<RuleValues>({
    defaults: beginWith(mode),
    fieldNames: { action: 'verdict' },
    submit: useSend(props),
    request: requestOf(here, mode),
  });
  const made = withForm(here.firewall, mode, form.form.watch(), here.viewer);
  const guard = useGuard(made?.after ?? null);
  const number = mode.kind === 'add' ? 0 : mode.rule.number;
  const [title, submit] = {
    add: [t('form.add'), t('form.submitAdd')] as const,
    edit: [t('form.edit', { number }), t('form.submitEdit')] as const,
    replace: [t('form.replace', { number }), t('form.submitReplace')] as const,
  }[mode.kind];
  return (
    <FormDialog
      {...{ form, title, submit, onClose }}
      size="md"
      danger={guard.danger}
      reason={guard.reason}
    >
      {mode.kind === 'edit' ? (
        <Fixed rule={mode.rule} onReplace={onReplace} />
      ) : (
        <PresetField form={form} />
      )}
      <PortFields form={form} />
      {mode.kind === 'edit' ? null : <SourceFields form={form} />}
      <RadioCards
        legend={t('form.action')}
        {...form.field('verdict')}
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
        {...form.field('description', { required: true, read: readLine(255) })}
      />
      {made ? <RulePosition mode={mode} {...made} /> : null}
      {guard.note}
    </FormDialog>
  );
}

/** What of a rule can't be edited, and the way round it. */
function Fixed({ rule, onReplace }: { rule: Rule; onReplace: (rule: Rule) => void }) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  return (
    <Callout
      title={`${t('form.source')}: ${words.source(rule.source)}`}
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

/** Where a new rule will stand, and the rules before it that leave nothing to it. */
function RulePosition({ mode, after, rule }: { mode: RuleMode; after: Firewall; rule: Rule }) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const { number } = rule;
  const before = shadowedBy(after, rule)?.map((each) => each.number);
  const last = mode.kind === 'add' ? t('form.last', { number }) : null;
  const replaces =
    mode.kind === 'replace' ? t('form.replaceText', { number, old: mode.rule.number }) : null;
  return (
    <>
      {last || replaces ? <p className="text-muted">{last ?? replaces}</p> : null}
      {before ? (
        <Callout tone="warn" role="status">
          {t('form.duplicate', { numbers: before.length, rules: words.numbers(before) })}
        </Callout>
      ) : null}
    </>
  );
}

/** The new one was created, but the old one couldn't be deleted: says so, and offers to delete the old one again. */
function UnfinishedReplacement({
  rule,
  problem: first,
  onClose,
}: DialogProps<{
  /** The old one. */
  rule: Rule;
  problem: Problem;
}>) {
  const { instance } = useFirewallHere();
  const t = useTranslations('firewall');
  const change = useBackendChange();
  const { busy, problem, attempt } = useAttempt(first);
  const { number } = rule;
  const again = () =>
    attempt(async () => {
      const params = { instance_uuid: instance, firewall_uuid: rule.id };
      await change('D42', { params });
      toast({ tone: 'good', title: t('confirm.deleted', { rule: t('rules.name', { number }) }) });
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('form.replace', { number })}
      locked={busy}
      footer={
        <>
          <Button onClick={onClose}>{t('form.leave')}</Button>
          <Button variant="primary" loading={busy} onClick={() => void again()}>
            {t('form.again')}
          </Button>
        </>
      }
    >
      <Callout tone="warn" role="alert" title={t('form.halfTitle')}>
        {t('form.halfText', { number })}
      </Callout>
      {problem ? <ProblemNote problem={problem} /> : null}
    </Dialog>
  );
}
