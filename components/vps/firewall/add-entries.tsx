'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/components/parts/actions/problem-words';
import { useFieldWords } from '@/components/parts/forms/use-field-words';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { readBlock } from '@/lib/firewall/addresses';
import { withEntries, type Firewall, type IpSet } from '@/lib/firewall/model';
import { isSent, readPasted, type PastedLine } from '@/lib/firewall/paste';
import { retryWhenSlowed } from '@/lib/firewall/retry-when-slowed';
import { ProblemError, type Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { LineOutcomes, type LineOutcome } from './line-outcomes';
import type { FirewallContext } from './firewall-context';
import { useGuard } from './use-guard';

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

/** D46's input. @param about the description of a line that has none of its own */
const entryInput = (
  { instance }: FirewallContext,
  { id }: IpSet,
  { cidr, description }: PastedLine,
  about: string,
) => ({
  params: { instance_uuid: instance, ipset_id: id },
  body: { cidr, description: description || about.trim() || cidr },
});

/** Sends line after line, and keeps account of each. `run` is null until something was sent. */
function useAdding(context: FirewallContext, set: IpSet) {
  const refusal = useRefusal();
  const change = useBackendChange();
  const [run, setRun] = useState<readonly LineOutcome[] | null>(null);
  /** @returns what wasn't added and can be mended; what is in the set already needs no mending */
  const addAll = async (lines: readonly PastedLine[], about: string) => {
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
        await retryWhenSlowed(() => change('D46', entryInput(context, set, line, about)));
        show(index, { state: 'done' });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        show(index, { state: 'failed', why: refusal(error.problem) });
      }
    }
    return outcomes.filter(({ state }) => mendable.has(state));
  };
  return { run, addAll, forget: () => setRun(null) };
}

/** The firewall with the lines in the set. */
function withLines(
  { firewall }: FirewallContext,
  set: IpSet,
  sent: readonly PastedLine[],
): Firewall {
  const added = sent.map(({ cidr }) => ({
    id: `new ${cidr}`,
    cidr,
    block: readBlock(cidr),
    description: '',
  }));
  return withEntries(firewall, set, [...set.entries, ...added]);
}

/** Adds several addresses at once, each with its outcome. */
export function AddEntries({
  context,
  set,
  onBusy,
}: {
  context: FirewallContext;
  set: IpSet;
  onBusy: (busy: boolean) => void;
}) {
  const t = useTranslations('firewall');
  const [text, setText] = useState('');
  const [about, setAbout] = useState('');
  const [busy, setBusy] = useState(false);
  const { run, addAll, forget } = useAdding(context, set);
  const lines = readPasted(text, set);
  const sent = lines.filter(isSent);
  const [first] = sent;
  const guard = useGuard(context, withLines(context, set, sent));
  const blocked = context.locked ?? (first ? guard.reason : t('sets.addNothing'));
  const turn = (on: boolean) => {
    setBusy(on);
    onBusy(on);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || blocked) return;
    turn(true);
    try {
      const left = await addAll(lines, about);
      setText(left.map(({ typed, description }) => `${typed} ${description}`.trim()).join('\n'));
    } finally {
      turn(false);
    }
  };
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
          forget();
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
      {guard.note}
      {first ? <RequestPanel of="D46" input={entryInput(context, set, first, about)} /> : null}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={busy} disabledReason={blocked}>
          {t('sets.addSubmit', { count: sent.length })}
        </Button>
      </div>
    </form>
  );
}
