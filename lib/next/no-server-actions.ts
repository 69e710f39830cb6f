/**
 * Stands in the browser for Next's client of server actions (`next.config.js`). This console has none: what changes
 * something goes through the proxy, which checks origin, person and rights.
 */
export function serverActionReducer(): never {
  throw new Error('This console has no server actions; see resolveAlias in next.config.js.');
}
