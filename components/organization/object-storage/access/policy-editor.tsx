'use client';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { cx } from '@/components/ui/cx';
import { Panel } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast';
import { useAttempt } from '@/components/ui/use-attempt';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { forgetInTab, keepInTab, readInTab } from '@/lib/query/storage';
import { policyFault, publicRights } from '@/lib/storage/policy-text';
import type { PublicRights } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { storageChange } from '../actions';
import { StoreProblem } from '../store-problem';
import { isWritable } from './rights';
import { useWritePolicy } from './use-write-policy';

/** A text that isn't saved, and the policy that it was begun from. */
interface Draft {
  text: string;
  from: string;
}

const isDraft = (kept: unknown): kept is Draft =>
  typeof kept === 'object' &&
  kept !== null &&
  'text' in kept &&
  typeof kept.text === 'string' &&
  'from' in kept &&
  typeof kept.from === 'string';

/** The unsaved text of a bucket's policy, which this tab keeps. */
function useDraft(bucket: string) {
  const { identity } = usePerson();
  const name = `policy-draft:${groupParams(useGroup()).uuid}:${bucket}`;
  const [draft, setDraft] = useState<Draft | null>(() => {
    const kept = readInTab(identity, name);
    return isDraft(kept) ? kept : null;
  });
  const put = (next: Draft | null) => {
    setDraft(next);
    if (next) keepInTab(identity, name, next);
    else forgetInTab(identity, name);
  };
  return [draft, put] as const;
}

/** The offset at which a line begins. */
const offsetOf = (text: string, line: number) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length + (line > 1 ? 1 : 0);

/** The policy of a bucket as JSON, with what is wrong at its line. */
export function PolicyEditor({
  bucket,
  mayChange,
  policy,
  says,
}: {
  bucket: string;
  mayChange: boolean;
  policy: string | null;
  says: PublicRights;
}) {
  const t = useTranslations('storage-bucket.json');
  const store = useTranslations('object-storage');
  const presets = useTranslations('storage-bucket.presets');
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const write = useWritePolicy(bucket);
  const refusal = useRoleRefusal(mayChange, storageChange, store('noWrite'));
  const { busy, problem, attempt } = useAttempt();
  const [asked, setAsked] = useState(false);
  const stored = policy ?? '';
  const [draft, setDraft] = useDraft(bucket);
  const text = draft?.text ?? stored;
  const dirty = draft !== null && text !== stored;
  const isEmpty = text.trim() === '';
  const fault = isEmpty ? null : policyFault(text);
  const lines = text.split('\n').length;
  const goTo = (line: number, column: number) => {
    const at = offsetOf(text, line) + column - 1;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };
  const send = async () => {
    await write(isEmpty ? null : text);
    setDraft(null);
    toast({ tone: 'good', title: t('saved', { name: bucket }) });
  };
  const save = () => {
    if (fault) return goTo(fault.line, fault.column);
    const next = publicRights(isEmpty ? null : text, bucket);
    if (isWritable(next) && !isWritable(says)) setAsked(true);
    else void attempt(send);
  };
  const refused = problem?.storage === 'MalformedPolicy';
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-3">
        <label htmlFor={id} className="font-medium">
          {t('label')}
        </label>
        <div className="border-edge bg-sunken flex max-h-[70vh] overflow-y-auto rounded-md border font-mono text-sm leading-6">
          <ol aria-hidden className="text-faint shrink-0 px-2 py-2 text-right select-none">
            {Array.from({ length: lines }, (_, index) => (
              <li
                key={index}
                className={cx(fault?.line === index + 1 && 'text-danger font-semibold')}
              >
                {index + 1}
              </li>
            ))}
          </ol>
          <textarea
            id={id}
            ref={area}
            value={text}
            wrap="off"
            rows={Math.max(lines, 12)}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            readOnly={!mayChange}
            aria-invalid={fault || refused ? true : undefined}
            aria-describedby={cx(`${id}-hint`, fault && `${id}-fault`, refused && `${id}-refused`)}
            onChange={({ target }) => setDraft({ text: target.value, from: draft?.from ?? stored })}
            className="bg-surface block min-w-0 grow resize-none overflow-x-auto overflow-y-hidden p-2 leading-6 -outline-offset-2"
          />
        </div>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {t('hint')}
        </p>
        {fault ? (
          <div className="flex flex-wrap items-center gap-2">
            <p id={`${id}-fault`} role="status" className="text-danger">
              {t('at', { line: fault.line, column: fault.column, what: t(`faults.${fault.code}`) })}
            </p>
            <Button size="sm" onClick={() => goTo(fault.line, fault.column)}>
              {t('show', { line: fault.line })}
            </Button>
          </div>
        ) : null}
        {dirty && draft.from !== stored ? <Callout tone="warn" title={t('changed')} /> : null}
        {problem && refused ? (
          <div id={`${id}-refused`}>
            <Callout tone="danger" role="alert" title={t('refused')}>
              {problem.backendMessage ? <p>{problem.backendMessage}</p> : null}
            </Callout>
          </div>
        ) : problem ? (
          <StoreProblem problem={problem} what={t('failed')} />
        ) : null}
        {dirty ? (
          <div className="flex flex-wrap items-center gap-2">
            <Button variant="primary" loading={busy} onClick={save} {...refusal}>
              {t('save')}
            </Button>
            <Button onClick={() => setDraft(null)}>{t('reset')}</Button>
            <span className="text-muted text-sm">{t('unsaved')}</span>
          </div>
        ) : null}
      </div>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('confirmTitle', { name: bucket })}
        confirmLabel={t('save')}
        confirmName={bucket}
        danger
        onConfirm={send}
      >
        <p>{presets('confirmAll')}</p>
      </ConfirmDialog>
    </Panel>
  );
}
