/**
 * Stands in the browser for `next/dist/lib/constants` (`next.config.js`): the one constant that Next's client reads.
 * `client-constants.test.ts` holds it to Next's own, and finds out when a new version reads another one.
 */
export const NEXT_NAV_DEPLOYMENT_ID_HEADER = 'x-nextjs-deployment-id';
