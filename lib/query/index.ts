/** Calls to the backends from the browser. `Hydrate` (server) is in `lib/next/hydrate`. */
export { request, requestSignedIn, type RequestOptions } from './fetcher';
export { useMaybePerson, usePerson, type Person } from './person';
export type { ChangeSubject } from './follow/tracked-changes';
export type { Pace } from './poll';
export { useLeader } from './tabs/leader';
export { useBackendMutation, type BackendMutation } from './use-backend-mutation';
export { useBackendQuery, type QueryOptions } from './use-backend-query';
