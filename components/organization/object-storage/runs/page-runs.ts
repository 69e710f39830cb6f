/**
 * The runs over objects of this page. They go on while their dialog is closed, and while other pages of the console are open, until
 * the tab is closed. The bar shows those whose dialog is closed (`runs-tray`).
 */
import { toast } from '@/components/ui/toast';
import { transfersAsked } from '@/lib/query/transfers-asked';
import { makeStore } from '@/lib/store';
import { isWell, type Run } from './run';

/** What is shown of a run. */
export interface Told<Item> {
  run: Run<Item>;
  /** What it is called: the question that was answered with yes. */
  title: string;
  /** The number of objects; null where there are more than were counted. */
  total: number | null;
  /** What is done to the objects that are counted. */
  verb: 'deleted' | 'copied' | 'moved';
  nameOf: (item: Item) => string;
  /** For runs that meet targets that exist. */
  onConflicts?: (answer: 'replace' | 'keep' | 'skip') => void;
  /** The words of the notice once everything is done; null says nothing. */
  done: (count: number) => string | null;
  /** Reads again what it changed. */
  onChanged: () => void;
  /** Takes away what it leaves at the storage once it is gone. */
  onDropped?: () => void;
}

/** A run of this page. Only its own functions know what its items are. */
export interface PageRun extends Told<unknown> {
  id: number;
  /** Whether its dialog is closed. */
  hidden: boolean;
}

/** All that haven't ended well, and weren't closed since. */
export const pageRuns = makeStore<readonly PageRun[]>([]);
/** Whether the list of those whose dialogs are closed is open. */
export const runsOpen = makeStore(false);

const find = (id: number) => pageRuns.current().find((each) => each.id === id);

function setHidden(id: number, hidden: boolean) {
  if (find(id)?.hidden === !hidden)
    pageRuns.set(pageRuns.current().map((each) => (each.id === id ? { ...each, hidden } : each)));
}

let last = 0;

/** Keeps a run of the page, with its dialog open. Once it has ended well, a notice tells of it, and it is gone. @returns its id */
export function keepRun<Item>(told: Told<Item>): number {
  const id = (last += 1);
  const { progress } = told.run;
  const kept = { ...(told as unknown as Told<unknown>), id, hidden: false };
  transfersAsked.set(true); // the bar's part comes with that of uploads
  pageRuns.set([...pageRuns.current(), kept]);
  let ended = false;
  const look = () => {
    const now = progress.current();
    const before = ended;
    ended = now.state === 'ended';
    if (isWell(now)) {
      stop();
      const words = told.done(now.done);
      if (words !== null) toast({ tone: 'good', title: words });
      dropRun(id);
    } else if (ended && !before && find(id)?.hidden) told.onChanged();
  };
  const stop = progress.subscribe(look);
  return id;
}

/** Its dialog is open. */
export const showRun = (id: number): void => setHidden(id, false);
/** Its dialog is closed, and it goes on. */
export const hideRun = (id: number): void => setHidden(id, true);

/** Takes away a run that has ended. */
export function dropRun(id: number): void {
  const run = find(id);
  if (!run) return;
  pageRuns.set(pageRuns.current().filter((each) => each !== run));
  run.onDropped?.();
  run.onChanged();
}
