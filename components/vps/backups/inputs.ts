/** The inputs of the tab's reads. Server and browser share them, so that the browser finds the server's answers. */

/** Rows of the history on one page. */
const perPage = 20;

/** The URL's parameter for the page of the history; `page` belongs to the table of snapshots. */
export const historyParameter = 'history';

/** Reads the page of the history from the URL; anything that is no page number means page 1. */
export function historyPage(text: string | null | undefined): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** The inputs of D23 (snapshots), D31 (schedules) and D28 (history). @param page of the history, from 1 */
export function backupInputs(instance: string, page: number) {
  const params = { instance_uuid: instance };
  return {
    snapshots: { params },
    schedules: { params },
    history: { params, query: { limit: perPage, page } },
  };
}

/** The input of D24 and D30, which tell prices. @param tier id of the instance's own tier (QD9) */
export const priceInput = (instance: string, tier: string) => ({
  params: { instance_uuid: instance },
  query: { tier_id: tier },
});
