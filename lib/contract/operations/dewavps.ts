import type { Operation } from '../operation';

/** The operations of DewaVPS, D01–D90 and the extras DX1…; contract/api.md section 2.2. */
export const dewavps = {} as const satisfies Record<string, Operation>;
