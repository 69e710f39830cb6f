'use client';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
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
import { goToFault, JsonArea } from '../json-area';
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
  const send = async () => {
    await write(isEmpty ? null : text);
    setDraft(null);
    toast({ tone: 'good', title: t('saved', { name: bucket }) });
  };
  const save = () => {
    if (fault) return goToFault(area.current, fault);
    const next = publicRights(isEmpty ? null : text, bucket);
    if (isWritable(next) && !isWritable(says)) setAsked(true);
    else void attempt(send);
  };
  const refused = problem?.storage === 'MalformedPolicy';
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-3">
        <JsonArea
          label={t('label')}
          hint={t('hint')}
          value={text}
          wrong={fault ? { ...fault, what: t(`faults.${fault.code}`) } : null}
          refused={
            problem && refused ? (
              <Callout tone="danger" role="alert" title={t('refused')}>
                {problem.backendMessage ? <p>{problem.backendMessage}</p> : null}
              </Callout>
            ) : null
          }
          readOnly={!mayChange}
          area={area}
          onChange={(next) => setDraft({ text: next, from: draft?.from ?? stored })}
        />
        {dirty && draft.from !== stored ? <Callout tone="warn" title={t('changed')} /> : null}
        {problem && !refused ? <StoreProblem problem={problem} what={t('failed')} /> : null}
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
