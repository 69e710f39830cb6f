/** How a page begins and ends “view as”. Browser-safe. The other tabs follow, since they belong to another identity then. */
import type { ViewAs } from '@/lib/contract/view-as';
import { inTurn } from './browser';
import { fetchJson } from './fetcher';
import { tellTabs } from './tabs-news';
import type { ViewChanged } from './view-as-api';

const url = '/api/session/view-as';

async function change(sent: { method: string; json?: ViewAs }): Promise<void> {
  const { identity } = (await fetchJson(url, sent)) as ViewChanged;
  tellTabs('in', { identity });
}

/** Begins a view; the page has to be left then. @throws ProblemError */
export const beginView = (view: ViewAs): Promise<void> =>
  inTurn(() => change({ method: 'POST', json: view }));

/** Ends the view, whatever else writes the cookie; the page has to be left then. @throws ProblemError */
export const endView = (): Promise<void> => change({ method: 'DELETE' });
