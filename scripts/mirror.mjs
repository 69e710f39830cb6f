// A copy of the checkout under another name, for tools that can't stand its own: Vite and Tailwind's resolver cut a path
// off at `#` and `?`. Node built-ins only.
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { refuse, root } from './root.mjs';

const left = new Set(['.git', '.next', 'dist', '.data', 'test-results', '.cache']);

/** Files are hard links where both folders are of one disk, so that what is written is written in the checkout, too. */
function copy(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (left.has(entry.name) && (from === root || entry.name === '.cache')) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      copy(source, target);
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
  }
}

/** Whether the checkout stands where those tools fail. */
export const needsMirror = () => /[#?]/.test(root);

/** @returns {string} the folder of the copy, for the caller to delete */
export function makeMirror() {
  const folder = mkdtempSync(path.join(tmpdir(), 'nusa-check-'));
  if (/[#?]/.test(folder))
    refuse(`The checks can't run in ${root}: move the checkout to a folder without “#” and “?”.`);
  copy(root, folder);
  return folder;
}
