/** What the first call of a page loads (`./operations`). Imported for its type elsewhere. */
export { createOnce } from './lost-answer/create-once';
export { affectsOf, browserRequest } from './url';
