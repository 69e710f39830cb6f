/** The browser's way to the backends. `Hydrate` (server) stands apart in `./hydrate`. */
export { request, requestSignedIn, type RequestOptions } from './fetcher';
export { useMaybePerson, usePerson, type Person } from './person';
export type { ChangeSubject } from './follow/tracked-changes';
export type { Pace } from './poll';
export { useLeader } from './tabs/leader';
export { useBackendMutation, type BackendMutation } from './use-backend-mutation';
export { useBackendQuery, type QueryOptions } from './use-backend-query';
