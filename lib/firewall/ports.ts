/** Ports of a rule. They are parsed by `lib/contract/reading/ports`, as everywhere. */
import type { Ports } from '@/lib/contract/reading/ports';

export { portText, readPorts, type Ports } from '@/lib/contract/reading/ports';

/** All ports. */
export const everyPort: Ports = [1, 65_535];

/** Whether two ranges are the same. */
export const samePorts = (a: Ports, b: Ports): boolean => a[0] === b[0] && a[1] === b[1];
