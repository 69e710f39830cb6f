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
import { useFirewallTab, type FirewallTab } from './firewall-context';
import { PortFields, PresetField, SourceFields } from './rule-fields';
import {
  initialValues,
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

/** The dialog that adds, edits or replaces a rule. */
export function RuleDialog({ mode: asked, onClose }: DialogProps<{ mode: RuleMode }>) {
  const [mode, setMode] = useState(asked);
  const [unfinished, setUnfinished] = useState<{ rule: Rule; problem: Problem } | null>(null);
  if (unfinished) return <UnfinishedReplacement {...unfinished} onClose={onClose} />;
  return (
    <RuleForm
      key={mode.kind}
      mode={mode}
      onReplace={(rule) => setMode({ kind: 'replace', rule })}
      onUnfinished={(rule, problem) => setUnfinished({ rule, problem })}
      onClose={onClose}
    />
  );
}

type RuleFormProps = DialogProps<{
  mode: RuleMode;
  onReplace: (rule: Rule) => void;
  /** Called when the new rule of a replacement was created but the old one couldn't be deleted. */
  onUnfinished: (rule: Rule, problem: Problem) => void;
}>;

/** Returns a function that sends the form (D39, D40 or a replacement) and shows a notice when it has succeeded. */
function useSend({ mode, onUnfinished, onClose }: RuleFormProps) {
  const tab = useFirewallTab();
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const change = useBackendChange();
  return async (values: RuleValues) => {
    const tell = (title: string) => {
      toast({ tone: 'good', title });
      onClose();
    };
    if (mode.kind === 'edit') {
      await change('D40', editInput(tab, mode.rule, values));
      return tell(t('form.saved', { number: mode.rule.number }));
    }
    const made = withForm(tab.firewall, mode, values, tab.viewer)?.rule;
    const rule = made ? words.rule(made) : '';
    await change('D39', newInput(tab, values));
    if (mode.kind === 'add') return tell(t('form.added', { rule }));
    try {
      const params = { instance_uuid: tab.instance, firewall_uuid: mode.rule.id };
      await change('D42', { params });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return onUnfinished(mode.rule, error.problem);
    }
    tell(t('form.replaced', { rule }));
  };
}

/** The operation for the “as curl” panel; for a replacement it is the one that creates the new rule. */
const requestOf = (tab: FirewallTab, mode: RuleMode): FormRequest<RuleValues> =>
  mode.kind === 'edit'
    ? { of: 'D40', input: (values) => editInput(tab, mode.rule, values) }
    : { of: 'D39', input: (values) => newInput(tab, values) };

function RuleForm(props: RuleFormProps) {
  const { mode, onReplace, onClose } = props;
  const tab = useFirewallTab();
  const t = useTranslations('firewall');
  const form = useProblemForm<RuleValues>({
    defaults: initialValues(mode),
    fieldNames: { action: 'verdict' },
    submit: useSend(props),
    request: requestOf(tab, mode),
  });
  const made = withForm(tab.firewall, mode, form.form.watch(), tab.viewer);
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
        <SourceNote rule={mode.rule} onReplace={onReplace} />
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

/** Says that an edit can't change the source of a rule, and offers a replacement. */
function SourceNote({ rule, onReplace }: { rule: Rule; onReplace: (rule: Rule) => void }) {
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

/** Says which position a new rule gets, and which rules before it match all of its connections. */
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

/** Says that the new rule exists but the old one couldn't be deleted, and offers to delete the old one again. */
function UnfinishedReplacement({
  rule,
  problem: first,
  onClose,
}: DialogProps<{
  /** The old rule. */
  rule: Rule;
  problem: Problem;
}>) {
  const { instance } = useFirewallTab();
  const t = useTranslations('firewall');
  const change = useBackendChange();
  const { busy, problem, attempt } = useAttempt(first);
  const { number } = rule;
  const retry = () =>
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
          <Button onClick={onClose}>{t('form.unfinishedLeave')}</Button>
          <Button variant="primary" loading={busy} onClick={() => void retry()}>
            {t('form.unfinishedRetry')}
          </Button>
        </>
      }
    >
      <Callout tone="warn" role="alert" title={t('form.unfinishedTitle')}>
        {t('form.unfinishedText', { number })}
      </Callout>
      {problem ? <ProblemNote problem={problem} /> : null}
    </Dialog>
  );
}
