import type { Operation } from '../operation';

/** The operations of Awanio, A01–A70 and the extras AX1…; contract/api.md section 2.1. */
export const awanio = {} as const satisfies Record<string, Operation>;
