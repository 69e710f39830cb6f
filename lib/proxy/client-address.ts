/**
 * Who asks. Behind a trusted proxy the last entry of X-Forwarded-For is what that proxy saw; the ones
 * before it are the client's own claims.
 */
export function clientAddress(
  forwarded: string | null | undefined,
  peer: string | undefined,
): string | undefined {
  const last = forwarded?.split(',').at(-1)?.trim();
  return last !== undefined && /^[0-9a-f.:]{2,45}$/i.test(last) ? last : peer;
}
