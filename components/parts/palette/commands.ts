/** Commands in one line: “stop web-1”, “firewall gudang”. Some words name a thing, others one of its actions. */
import type { Entry, Group, Step } from './entry';
import { score, wordsOf } from './score';
import { isVerbWord, meansVerb, wordsOfVerb } from './verb-words';

/** An entry that has a second list. */
export type Thing = Entry & { step: Step };

/** Most things whose actions are looked at, the best first. */
const mostThings = 6;

const hasStep = (entry: Entry): entry is Thing => entry.step !== undefined;

/** Whether the words alone mean one of the thing's pages: “firewall”. */
const meansPart = ({ step: { parts = [] } }: Thing, words: readonly string[]) =>
  parts.some((part) => words.every((word) => meansVerb(part, '', word)));

/** How much of the typed text names the thing; 0 if no word does, or if none is left that may be a verb. */
function named(thing: Thing, words: readonly string[]): number {
  const points = words.map((word) => score(thing, word));
  const meant = words.every((word, at) => points[at] !== 0 || isVerbWord(word));
  const pair = points.some(
    (each, at) => each > 0 && words.some((w, i) => i !== at && isVerbWord(w)),
  );
  return meant && pair ? points.reduce((sum, each) => sum + each, 0) : 0;
}

/**
 * The things whose actions may be meant, best first. If only words of a page are typed, the first things that have
 * it: “firewall” finds firewalls.
 */
export function thingsMeant(entries: readonly Entry[], q: string): readonly Thing[] {
  const words = wordsOf(q);
  if (!words.some(isVerbWord)) return [];
  const things = entries.filter(hasStep);
  const meant = things
    .map((thing) => ({ thing, points: named(thing, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ thing }) => thing);
  const found = meant.length > 0 ? meant : things.filter((thing) => meansPart(thing, words));
  return found.slice(0, mostThings);
}

/** What is typed without the words of actions: the part that a backend can search for. All of it if nothing is left. */
export function textOfThing(q: string): string {
  const words = q.trim().split(/\s+/);
  const rest = words.filter((word) => !isVerbWord(wordsOf(word)[0] ?? ''));
  return (rest.length === 0 ? words : rest).join(' ');
}

/**
 * The lines of one thing's actions that the typed words mean: “Stop web-1”. Of things that aren't named, only pages that
 * can be opened now: nothing happens to a thing that nobody named.
 * @param title makes the line's label of the action's and the thing's names
 */
export function commandsOf(
  thing: Thing,
  groups: readonly Group[],
  q: string,
  title: (action: Entry, name: string) => string,
): readonly Entry[] {
  const words = wordsOf(q);
  const bare = named(thing, words) === 0;
  return groups
    .flatMap(({ entries }) => entries)
    .filter(({ verb, label }) => verb && words.some((word) => meansVerb(verb, label, word)))
    .filter(({ href, reason }) => !bare || (href && !reason))
    .map((action) => ({
      ...action,
      id: `command/${thing.id}/${action.id}`,
      label: title(action, thing.step.title),
      name: title(action, thing.step.title),
      detail: thing.detail,
      aside: thing.aside,
      words: thing.words,
      also: wordsOfVerb(action.verb ?? ''),
      scope: action.href ? thing.scope : undefined,
    }));
}
