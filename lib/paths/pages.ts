/**
 * Every page of the console, by its route as Next names it: what kind it is decides its budget of JavaScript
 * (scripts/budgets.mjs), and the walk with axe opens each (e2e/accessibility.spec.ts). As JSON, since scripts read it.
 */
import registry from './pages.json' with { type: 'json' };

export type Route = keyof typeof registry;

export const routes = Object.keys(registry) as Route[];

/** `entrance`: for who isn't signed in; `list`: rows; `page`: all else. */
export const kindOf = (route: Route) => registry[route];

/** The names of a route's parameters. */
export const parametersOf = (route: Route) =>
  [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? '');

/** The path of a page. @throws where a parameter of the route isn't given */
export function pathOf(route: Route, params: Record<string, string> = {}): string {
  return route.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route} needs ${name}`);
    return encodeURIComponent(value);
  });
}
