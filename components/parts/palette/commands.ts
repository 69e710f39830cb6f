/** Commands in one line: “stop web-1”, “firewall gudang”. Some words name a thing, others one of its actions. */
import { folded } from '@/lib/format/compare-text';
import type { Entry, Group, Step } from './entry';
import { score, wordsOf } from './score';
import { isVerbWord, meansVerb, wordsOfVerb } from './verb-words';

/** An entry that has a second list. */
export type Thing = Entry & { step: Step };

/** Most named things whose actions are looked at, the best first. */
const mostNamed = 6;
/** Most things that are looked at for a verb alone; it may not be possible on some of them. */
const mostAlone = 24;
/** Fewest letters that stand for a verb without a name: two begin too many names, too. */
const fewestAlone = 3;

const hasStep = (entry: Entry): entry is Thing => entry.step !== undefined;

const begin = (names: readonly string[], word: string) =>
  names.some((name) =>
    folded(name)
      .split(' ')
      .some((part) => part.startsWith(word)),
  );

/** Whether the words alone mean an action on a thing of this kind: “stop”, “firewall”, “delete volume”. */
function aloneMeans({ names }: Step, verb: string, label: string, words: readonly string[]) {
  const means = (word: string) => meansVerb(verb, label, word);
  return (
    words.some((word) => word.length >= fewestAlone && means(word)) &&
    words.every((word) => means(word) || begin(names, word))
  );
}

/** How much of the typed text names the thing; 0 if no word does, or if none is left that may be a verb. */
function named(thing: Thing, words: readonly string[]): number {
  const points = words.map((word) => score(thing, word));
  const meant = words.every((word, at) => points[at] !== 0 || isVerbWord(word));
  const pair = points.some(
    (each, at) => each > 0 && words.some((w, i) => i !== at && isVerbWord(w)),
  );
  return meant && pair ? points.reduce((sum, each) => sum + each, 0) : 0;
}

/** Which things the typed words mean. */
export interface Meant {
  things: readonly Thing[];
  /** Nothing is named: only a verb, or a verb and a kind of things. */
  alone: boolean;
}

/** The things whose actions may be meant, best first; for a verb alone, the first things that have it. */
export function thingsMeant(entries: readonly Entry[], q: string): Meant {
  const words = wordsOf(q);
  if (!words.some(isVerbWord)) return { things: [], alone: false };
  const things = entries.filter(hasStep);
  const meant = things
    .map((thing) => ({ thing, points: named(thing, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ thing }) => thing);
  if (meant.length > 0) return { things: meant.slice(0, mostNamed), alone: false };
  const able = things.filter(({ step }) =>
    step.verbs.some((verb) => aloneMeans(step, verb, '', words)),
  );
  return { things: able.slice(0, mostAlone), alone: able.length > 0 };
}

/** What is typed without the words of actions: the part that a backend can search for. All of it if nothing is left. */
export function textOfThing(q: string): string {
  const words = q.trim().split(/\s+/);
  const rest = words.filter((word) => !isVerbWord(wordsOf(word)[0] ?? ''));
  return (rest.length === 0 ? words : rest).join(' ');
}

/**
 * The lines of one thing's actions that the typed words mean: “Stop web-1”. Of a thing that nobody named, only what is
 * possible now; what would happen at once is then put into the field first.
 * @param title makes the line's label of the action's and the thing's names
 */
export function commandsOf(
  thing: Thing,
  groups: readonly Group[],
  q: string,
  title: (action: Entry, name: string) => string,
): readonly Entry[] {
  const words = wordsOf(q);
  const { step } = thing;
  const bare = named(thing, words) === 0;
  const isMeant = ({ verb, label, reason }: Entry) => {
    if (!verb) return false;
    if (bare) return !reason && aloneMeans(step, verb, label, words);
    return words.some((word) => meansVerb(verb, label, word));
  };
  return groups
    .flatMap(({ entries }) => entries)
    .filter(isMeant)
    .map((action) => {
      const label = title(action, step.title);
      return {
        ...action,
        id: `command/${thing.id}/${action.id}`,
        label,
        name: label,
        detail: thing.detail,
        aside: thing.aside,
        words: thing.words,
        also: [...wordsOfVerb(action.verb ?? ''), ...step.names],
        scope: action.href ? thing.scope : undefined,
        fill: bare && !action.href && !action.asks ? label : undefined,
      };
    });
}
