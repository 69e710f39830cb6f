/** Counts the operations of the contract that are declared, implemented in the sandbox, and reached from pages. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { operation, refs } from '@/lib/contract';
import { allShapes } from '@/lib/contract/schemas';

/** The references of operations. */
export interface Coverage {
  declared: readonly string[];
  implemented: readonly string[];
  /** Null if no end-to-end run has recorded them. */
  reached: readonly string[] | null;
}

const documented = /^(A(0[1-9]|[1-6]\d|70)|D(0[1-9]|[1-8]\d|90))$/;
const all = 160;
/** All operations except the gateway's callback (A53) and the duplicate (A52), which no page can reach. */
const reachable = 158;

/** Collects the coverage. @param root folder of the repository */
export async function measure(root: URL): Promise<Coverage> {
  return {
    declared: refs.filter((ref) => Object.hasOwn(allShapes, ref)),
    implemented: await implementedRefs(new URL('sandbox/implemented.ts', root)),
    reached: await reachedRefs(new URL('.data/reached.json', root)),
  };
}

async function implementedRefs(module: URL): Promise<readonly string[]> {
  if (!existsSync(module)) return [];
  const loaded = (await import(module.href)) as { implementedRefs?: readonly string[] };
  return loaded.implementedRefs ?? [];
}

async function reachedRefs(file: URL): Promise<readonly string[] | null> {
  if (!existsSync(file)) return null;
  const read: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(read)) throw new Error('.data/reached.json is no list of references');
  return read.filter((ref): ref is string => typeof ref === 'string');
}

function count(given: readonly string[], counts: (ref: string) => boolean): number {
  return new Set(given.filter(counts)).size;
}

const isDocumented = (ref: string) => documented.test(ref);
const isExtra = (ref: string) => /^[AD]X\d+$/.test(ref);

const numberOf = (ref: string) => Number(ref.slice(1));

/** Names references shortly: `A27–A32, A47`. @param given in the contract's order */
export function ranges(given: readonly string[]): string {
  const runs: [first: string, last: string][] = [];
  for (const ref of given) {
    const run = runs.at(-1);
    const follows = run && run[1][0] === ref[0] && numberOf(run[1]) + 1 === numberOf(ref);
    if (follows) run[1] = ref;
    else runs.push([ref, ref]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}

/** The documented operations that are not in a list, in words; empty if there are none. */
function missing(given: readonly string[], except: readonly string[] = []): string {
  const held = new Set([...given, ...except]);
  return ranges(refs.filter((ref) => isDocumented(ref) && !held.has(ref)));
}

/** Writes the lines that `npm run contract` prints: the counts, and what they leave out. */
export function coverageLines({ declared, implemented, reached }: Coverage): string[] {
  const mayReach = (ref: string) =>
    isDocumented(ref) && refs.some((own) => own === ref && operation(own).reach !== 'never');
  const reachedText =
    reached === null
      ? 'reachable: not measured (run npm test)'
      : `reachable ${count(reached, mayReach)}/${reachable}`;
  return [
    `declared ${count(declared, isDocumented)}/${all}, implemented in the sandbox ${count(implemented, isDocumented)}/${all}, ${reachedText}`,
    `extras: ${count(declared, isExtra)} declared, ${count(implemented, isExtra)} implemented`,
    `not implemented in the sandbox: ${missing(implemented) || 'none'}`,
    ...(reached === null
      ? []
      : [`not reached by npm test: ${missing(reached, ['A52', 'A53']) || 'none'}`]),
  ];
}
