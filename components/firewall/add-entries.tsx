'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/components/actions/problem-words';
import { useFieldWords } from '@/components/forms/codes';
import { RequestPanel } from '@/components/forms/request-panel';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { readBlock } from '@/lib/firewall/addresses';
import { lockouts } from '@/lib/firewall/lockout';
import type { IpSet } from '@/lib/firewall/model';
import { isSent, readPasted, type PastedLine } from '@/lib/firewall/paste';
import { politely } from '@/lib/firewall/politely';
import { ProblemError, type Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { withEntries } from './entries-dialog';
import { LockoutNote } from './lockout-note';
import { LineOutcomes, type LineOutcome } from './line-outcomes';
import type { Place } from './place';
import { useSure } from './use-sure';

const mendable: ReadonlySet<LineOutcome['state']> = new Set(['failed', 'invalid', 'wide']);

/** Why a line was refused: what the backend says of its address, else what kind of trouble it is. */
function useRefusal(): (problem: Problem) => string {
  const field = useFieldWords();
  const say = useProblemWords();
  return (problem) => {
    const [code] = Object.values(problem.fields ?? {}).flat();
    return code ? field(code) : say(problem);
  };
}

/** Adds several addresses at once, each with its outcome. */
export function AddEntries({
  place,
  set,
  onBusy,
}: {
  place: Place;
  set: IpSet;
  onBusy: (busy: boolean) => void;
}) {
  const t = useTranslations('firewall');
  const refusal = useRefusal();
  const change = useBackendChange(place.account);
  const [text, setText] = useState('');
  const [about, setAbout] = useState('');
  const [run, setRun] = useState<readonly LineOutcome[] | null>(null);
  const [busy, setBusy] = useState(false);
  const lines = readPasted(text, set);
  const sent = lines.filter(isSent);
  const added = sent.map(({ cidr }) => ({
    id: `new ${cidr}`,
    cidr,
    block: readBlock(cidr),
    description: '',
  }));
  const after = withEntries(place.firewall, set, [...set.entries, ...added]);
  const warnings = lockouts(place.firewall, after, place.viewer);
  const [sure, setSure] = useSure(warnings);
  const nothing = sent.length === 0 ? t('sets.addNothing') : null;
  const blocked =
    place.locked ?? nothing ?? (warnings.length > 0 && !sure ? t('lockout.sureFirst') : null);
  const params = { instance_uuid: place.instance, ipset_id: set.id };
  const bodyOf = ({ cidr, description }: PastedLine) => ({
    cidr,
    description: description || about.trim() || cidr,
  });

  const addAll = async () => {
    const outcomes: LineOutcome[] = lines.map((line) =>
      isSent(line) ? { ...line, state: 'waiting' } : line,
    );
    const show = (index: number, change: Partial<LineOutcome>) => {
      const line = outcomes[index];
      if (line) outcomes[index] = { ...line, ...change };
      setRun([...outcomes]);
    };
    for (const [index, line] of lines.entries()) {
      if (!isSent(line)) continue;
      show(index, { state: 'working' });
      try {
        await politely(() => change('D46', { params, body: bodyOf(line) }));
        show(index, { state: 'done' });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        show(index, { state: 'failed', why: refusal(error.problem) });
      }
    }
    // What wasn't added stays to be mended; what is in the set already needs no mending.
    const unmended = outcomes.filter(({ state }) => mendable.has(state));
    setText(unmended.map(({ typed, description }) => `${typed} ${description}`.trim()).join('\n'));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || blocked) return;
    setBusy(true);
    onBusy(true);
    try {
      await addAll();
    } finally {
      setBusy(false);
      onBusy(false);
    }
  };
  const [first] = sent;
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextArea
        label={t('sets.add')}
        hint={t('sets.addHint')}
        mono
        rows={4}
        spellCheck={false}
        readOnly={busy}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setRun(null);
        }}
      />
      <LineOutcomes lines={run ?? lines} settled={run !== null && !busy} />
      <TextField
        label={t('sets.addDescription')}
        autoComplete="off"
        maxLength={255}
        value={about}
        onChange={(event) => setAbout(event.target.value)}
      />
      <LockoutNote place={place} warnings={warnings} sure={sure} onSure={setSure} />
      {first ? <RequestPanel of="D46" input={{ params, body: bodyOf(first) }} /> : null}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={busy} disabledReason={blocked}>
          {t('sets.addSubmit', { count: sent.length })}
        </Button>
      </div>
    </form>
  );
}
