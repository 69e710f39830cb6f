// Where the checkout stands, and how a script ends with a sentence. Node built-ins only.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
/** Path of a program that a package brought. */
export const bin = (name) => path.join(root, 'node_modules', '.bin', name);

/** Prints a sentence that says what is wrong and what to do, and ends this process with code 1. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
