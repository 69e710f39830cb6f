/**
 * All pages of the console, by their routes in Next. The kind of a page decides its JavaScript budget
 * (scripts/budgets.mjs), and the accessibility tests open each one (e2e/accessibility.spec.ts). It is JSON because
 * scripts read it.
 */
import registry from './pages.json' with { type: 'json' };

export type Route = keyof typeof registry;

export const routes = Object.keys(registry) as Route[];

/** The kind of a page: `entrance` for people who aren't signed in; `list` for rows; `page` for all others. */
export const kindOf = (route: Route) => registry[route];

/** The names of a route's parameters. */
export const parametersOf = (route: Route) =>
  [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? '');

/** The path of a page. @throws if a parameter of the route is missing */
export function pathOf(route: Route, params: Record<string, string> = {}): string {
  return route.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route} needs ${name}`);
    return encodeURIComponent(value);
  });
}
