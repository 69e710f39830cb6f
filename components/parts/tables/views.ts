/** A person's saved views of a list, kept in the browser. */
import { forget, keep, readKept } from '@/lib/query/storage';

/** A saved state of a list. */
export interface View {
  name: string;
  /** As in the URL, without the page: `?q=web&status=run`. */
  query: string;
}

const viewsOf = (id: string) => `list:${id}:views`;

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null) return false;
  const { name, query } = value as Partial<Record<keyof View, unknown>>;
  return typeof name === 'string' && typeof query === 'string';
}

/** Reads the saved views of a list. @param identity hash of the person @param id of the list */
export function keptViews(identity: string, id: string): readonly View[] {
  const kept = readKept(identity, viewsOf(id));
  return Array.isArray(kept) ? kept.filter(isView) : [];
}

/** Replaces the saved views of a list. */
export function keepViews(identity: string, id: string, views: readonly View[]): void {
  if (views.length === 0) forget(identity, viewsOf(id));
  else keep(identity, viewsOf(id), views);
}

/** Adds a view. It replaces one of the same name. */
export function withView(views: readonly View[], view: View): View[] {
  const at = views.findIndex(({ name }) => name === view.name);
  return at < 0 ? [...views, view] : views.with(at, view);
}

/** Renames a view; null if another view has that name. */
export function withName(views: readonly View[], from: string, to: string): View[] | null {
  if (views.some(({ name }) => name === to && name !== from)) return null;
  return views.map((view) => (view.name === from ? { ...view, name: to } : view));
}

/** The part of a URL that a view saves: the list's state without the page. */
export function viewQuery(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('page');
  query.sort();
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
