/** Ports of a rule. Their reader is the contract's: `lib/contract/reading/ports`. */
import type { Ports } from '@/lib/contract/reading/ports';

export { portText, readPorts, type Ports } from '@/lib/contract/reading/ports';

export const everyPort: Ports = [1, 65_535];

export const samePorts = (a: Ports, b: Ports): boolean => a[0] === b[0] && a[1] === b[1];
