/** The words of MAAS, which installs bare-metal machines, for their states. `messages` explains each. */
import type { StatusGroup } from '@/lib/contract/states';

/** Our keys of MAAS's words, with the group that gives shape and colour. */
const groups = {
  new: 'off',
  commissioning: 'busy',
  failedCommissioning: 'error',
  missing: 'error',
  ready: 'off',
  reserved: 'off',
  deployed: 'run',
  retired: 'off',
  broken: 'error',
  deploying: 'busy',
  allocated: 'busy',
  failedDeployment: 'error',
  releasing: 'busy',
  releasingFailed: 'error',
  diskErasing: 'busy',
  failedDiskErasing: 'error',
  rescueMode: 'off',
  enteringRescueMode: 'busy',
  failedToEnterRescueMode: 'error',
  exitingRescueMode: 'busy',
  failedToExitRescueMode: 'error',
  testing: 'busy',
  failedTesting: 'error',
} as const satisfies Record<string, StatusGroup>;

/** The key of one of MAAS's words; `states.<key>` of the messages `bare-metal`. */
export type MaasState = keyof typeof groups;

/** All keys. */
export const maasStates = Object.keys(groups) as MaasState[];

const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
const keys = new Map(maasStates.map((key) => [plain(key), key]));

/** The key of a word, however it is spelt: `Failed deployment`, `FAILED_DEPLOYMENT`. Null for a word that MAAS hasn't. */
export const maasState = (word: string | null): MaasState | null =>
  keys.get(plain(word ?? '')) ?? null;

/** The group of a word; `unknown` for one that MAAS hasn't. */
export function maasGroup(word: string | null): StatusGroup {
  const key = maasState(word);
  return key === null ? 'unknown' : groups[key];
}
