/** What the overview of an instance asks for, the same on server and browser. */
import type { Input } from '@/lib/contract/types';

/** The SSH keys that an instance was made with. */
export const instanceKeysInput = (instance: string): Input<'D48'> => ({
  params: { instance_uuid: instance },
});
