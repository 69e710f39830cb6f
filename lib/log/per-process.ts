/**
 * Makes a value once per process (pools, caches, limiters, metrics). Next and `server.ts` each load their own copy of
 * a module, so a module-level variable would exist twice; a `globalThis` symbol exists once.
 */
export function perProcess<T>(name: string, make: () => T): T {
  const store = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for(`nusa.${name}`);
  const held = store[key] as { value: T } | undefined;
  if (held) return held.value;
  const value = make();
  store[key] = { value };
  return value;
}
