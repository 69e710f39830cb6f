/** What the tab of backups asks for, the same on server and browser. */

/** Rows of the history on one page. */
const perPage = 20;

/** The URL's parameter of the history's page; `page` is the snapshots' table's. */
export const historyParameter = 'history';

/** Reads the history's page from the URL; what is no page is the first. */
export function historyPage(text: string | null | undefined): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** @param page of the history, from 1 */
export function backupInputs(instance: string, page: number) {
  const params = { instance_uuid: instance };
  return {
    snapshots: { params },
    schedules: { params },
    history: { params, query: { limit: perPage, page } },
  };
}

/** D24's and D30's. @param tier the instance's own (QD9) */
export const priceInput = (instance: string, tier: string) => ({
  params: { instance_uuid: instance },
  query: { tier_id: tier },
});
