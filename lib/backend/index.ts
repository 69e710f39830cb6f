/** The only entry to calls of a backend. Server only, plain Node. */
export { call, callRaw, type CallOptions } from './call';
export type { FileAnswer } from './exchange';
export { credentialHash, type Credentials } from './credentials';
export type { RawInput } from './input';
export { baseOf, overrides, planOf } from './plan';
export { closePools } from './send';
