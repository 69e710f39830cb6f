'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemLine } from '@/components/parts/actions/problem-words';
import { useFieldWords } from '@/components/parts/forms/use-field-words';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { Button } from '@/components/ui/button';
import { OfflineNote } from '@/components/ui/offline-note';
import { isolatedNode } from '@/components/ui/foreign';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { readLine } from '@/lib/contract/reading/text';
import { readBlock } from '@/lib/firewall/addresses';
import { withEntries, type Firewall, type IpSet } from '@/lib/firewall/model';
import {
  addressesIn,
  holdsAddress,
  isSent,
  readPasted,
  type AddressesInDescriptions,
  type PastedLine,
  type PastedState,
} from '@/lib/firewall/paste';
import { retryWhenSlowed } from '@/lib/firewall/retry-when-slowed';
import { ProblemError, type Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useFirewallTab } from './firewall-context';
import { useGuard } from './use-guard';
import { StepIcon, type StepIconState } from '@/components/ui/step-icon';

/** States of lines that were not added and that the person can correct. */
const correctable: ReadonlySet<LineOutcome['state']> = new Set(['failed', 'invalid', 'wide']);

/** Says why the backend refused a line: what it says about the address, otherwise the kind of the problem. */
function useRefusal(): (problem: Problem) => string {
  const field = useFieldWords();
  const say = useProblemLine();
  return (problem) => {
    const [code] = Object.values(problem.fields ?? {}).flat();
    return code ? field(code) : say(problem);
  };
}

/** D46's input. @param about the description for a line that has none of its own */
const entryInput = (
  instance: string,
  { id }: IpSet,
  { cidr, description }: PastedLine,
  about: string,
) => ({
  params: { instance_uuid: instance, ipset_id: id },
  body: { cidr, description: description || about.trim().normalize('NFC') || cidr },
});

/** Sends the lines one after another and records the outcome of each. `run` is null until something was sent. */
function useSendEntries(set: IpSet) {
  const { instance } = useFirewallTab();
  const refusal = useRefusal();
  const change = useBackendChange();
  const [run, setRun] = useState<readonly LineOutcome[] | null>(null);
  /** @returns the lines that were not added and can be corrected; a line that is already in the set is not among them */
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
        await retryWhenSlowed(() => change('D46', entryInput(instance, set, line, about)));
        show(index, { state: 'done' });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        show(index, { state: 'failed', why: refusal(error.problem) });
      }
    }
    return outcomes.filter(({ state }) => correctable.has(state));
  };
  return { run, addAll, forget: () => setRun(null) };
}

/** The firewall as it would be with the lines added to the set. */
function withLines(firewall: Firewall, set: IpSet, sent: readonly PastedLine[]): Firewall {
  const added = sent.map(({ cidr }) => ({
    id: `new ${cidr}`,
    cidr,
    block: readBlock(cidr),
    description: '',
  }));
  return withEntries(firewall, set, [...set.entries, ...added]);
}

/** Asks whether addresses inside descriptions are added too or stay part of the description. */
function InsideChoice({
  inside,
  onChoose,
}: {
  inside: AddressesInDescriptions;
  onChoose: (inside: AddressesInDescriptions) => void;
}) {
  const t = useTranslations('firewall.sets');
  return (
    <RadioCards
      legend={t('addressesInText')}
      name="inside"
      value={inside ?? ''}
      onChange={({ target }) => onChoose(target.value === 'add' ? 'add' : 'keep')}
      cards={[
        { value: 'add', title: t('addressesInTextAdd'), description: t('addressesInTextAddHint') },
        {
          value: 'keep',
          title: t('addressesInTextKeep'),
          description: t('addressesInTextKeepHint'),
        },
      ]}
    />
  );
}

/** The text of the form, the lines that it has, and why it can't be sent yet. */
function useEntriesForm(set: IpSet) {
  const t = useTranslations('firewall');
  const words = useFieldWords();
  const [text, setText] = useState('');
  const [about, setAbout] = useState('');
  const [inside, setInside] = useState<AddressesInDescriptions>(null);
  const alsoAbout = holdsAddress(about);
  const more = inside === 'add' && alsoAbout ? addressesIn(about) : [];
  const lines = readPasted([text, ...more].join('\n'), set, inside);
  const asks = inside !== null || alsoAbout || lines.some(({ state }) => state === 'asked');
  const { fault } = readLine(255, { optional: true })(about);
  const aboutError = fault ? words(fault) : null;
  const reason = asks && inside === null ? t('sets.addressesInTextFirst') : aboutError;
  const type = (typed: string) => {
    setText(typed);
    setInside(null);
  };
  return { text, type, about, setAbout, aboutError, inside, setInside, asks, lines, reason };
}

/** The form that adds several addresses to a set at once. It shows the outcome of each. */
export function AddEntries({ set, onBusy }: { set: IpSet; onBusy: (busy: boolean) => void }) {
  const t = useTranslations('firewall');
  const { instance, firewall, locked } = useFirewallTab();
  const [busy, setBusy] = useState(false);
  const { text, type, about, lines, ...typed } = useEntriesForm(set);
  const { run, addAll, forget } = useSendEntries(set);
  const sent = lines.filter(isSent);
  const [first] = sent;
  const guard = useGuard(withLines(firewall, set, sent));
  const blocked = locked ?? typed.reason ?? (first ? guard.reason : t('sets.addNothing'));
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
      type(left.map(({ typed, description }) => `${typed} ${description}`.trim()).join('\n'));
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
          type(event.target.value);
          forget();
        }}
      />
      <LineOutcomes lines={run ?? lines} finished={run !== null && !busy} />
      <TextField
        label={t('sets.addDescription')}
        autoComplete="off"
        value={about}
        error={typed.aboutError}
        onChange={(event) => typed.setAbout(event.target.value)}
      />
      {typed.asks ? <InsideChoice inside={typed.inside} onChoose={typed.setInside} /> : null}
      {guard.note}
      {first ? <RequestPanel of="D46" input={entryInput(instance, set, first, about)} /> : null}
      <OfflineNote />{' '}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={busy} disabledReason={blocked}>
          {t('sets.addSubmit', { count: sent.length })}
        </Button>
      </div>
    </form>
  );
}

/** A line before, while and after it is sent. */
interface LineOutcome extends Omit<PastedLine, 'state'> {
  state: PastedState | 'waiting' | 'working' | 'done' | 'failed';
  /** Why it failed. */
  why?: string;
}

const icons: Record<LineOutcome['state'], StepIconState> = {
  ready: 'waiting',
  changed: 'waiting',
  waiting: 'waiting',
  working: 'working',
  done: 'done',
  known: 'left',
  twice: 'left',
  asked: 'asked',
  invalid: 'failed',
  wide: 'failed',
  failed: 'failed',
};

interface LineOutcomesProps {
  lines: readonly LineOutcome[];
  /** Whether all lines have been sent. */
  finished: boolean;
}

/** Lists the pasted lines, each with what will happen or has happened to it. */
function LineOutcomes({ lines, finished }: LineOutcomesProps) {
  const t = useTranslations('firewall');
  const field = useFieldWords();
  if (lines.length === 0) return null;
  const words = ({ state, cidr, why, fault }: LineOutcome) => {
    if (state === 'changed') return t('sets.lines.changed', { cidr });
    if (state === 'failed') return t('sets.lines.failed', { why: why ?? '' });
    if (state === 'invalid' && fault && fault !== 'cidr_invalid') return field(fault);
    return t(`sets.lines.${state}`);
  };
  const done = lines.filter(({ state }) => state === 'done').length;
  const failed = lines.length - done;
  return (
    <div className="flex flex-col gap-1">
      <ul
        aria-label={t('sets.outcomes')}
        className="border-line bg-sunken max-h-48 overflow-y-auto rounded-md border px-3 py-1 text-sm"
      >
        {lines.map((line, index) => (
          <li key={`${index} ${line.typed}`} className="flex items-start gap-2 py-0.5">
            <span className="mt-0.5 flex">
              <StepIcon state={icons[line.state]} />
            </span>
            <span className="min-w-0">
              <span className="font-mono break-all">{isolatedNode(line.typed)}</span>{' '}
              {isolatedNode(line.description)}
            </span>
            <span className="text-muted ml-auto max-w-1/2 shrink-0 text-right">{words(line)}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="text-muted text-sm">
        {finished
          ? [
              t('sets.addDone', { count: done }),
              ...(failed > 0 ? [t('sets.addFailed', { count: failed })] : []),
            ].join(', ')
          : ''}
      </p>
    </div>
  );
}
