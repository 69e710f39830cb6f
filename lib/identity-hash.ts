/**
 * A short hash of an identity (FNV-1a, 32 bits twice). It separates people in storage keys without their names. Not
 * for security.
 */
export function identityHash(identity: string): string {
  const round = (seed: number) => {
    let hash = seed;
    for (let at = 0; at < identity.length; at += 1) {
      hash = Math.imul(hash ^ identity.charCodeAt(at), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return round(0x811c9dc5) + round(0x9747b28c);
}
