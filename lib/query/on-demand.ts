/** What the first call of a page loads (`./operations`). Imported for its type elsewhere. */
export { createOnce } from './lost-answer/create-once';
export { joinLeaderElection } from './tabs/election';
export { sharingOf } from './tabs/share';
export { affectsOf, browserRequest } from './url';
