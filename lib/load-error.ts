/**
 * Code or messages of the console that did not come: the network is away, or a new version took the old files away.
 * It is told apart from errors in code, since to ask again helps here. Browser-safe.
 */

/** The name that the bundler gives to the error of a file of code that did not come. */
const name = 'ChunkLoadError';

/** Whether an error says that code or messages did not come. */
export const isLoadError = (error: unknown): boolean =>
  error instanceof Error && error.name === name;

/** Such an error, for what the bundler doesn't load. */
export const loadError = (message: string): Error => Object.assign(new Error(message), { name });
