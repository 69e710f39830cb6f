/** Families of operating systems that have a mark of their own in `public/os`. A longer name stands before one that it holds. */
const families = [
  'ubuntu',
  'debian',
  'almalinux',
  'rocky',
  'centos',
  'fedora',
  'windows',
  'freebsd',
  'opensuse',
  'oracle',
  'alpine',
  'arch',
] as const;

const named = new RegExp(`\\b(?:${families.join('|')})`, 'i');

/** The family of an image by its name, in lower case; null where the name tells none that is known here. */
export const osFamily = (image: string | null): string | null =>
  named.exec(image ?? '')?.[0].toLowerCase() ?? null;

/**
 * The mark of an image's family, of either backend: a path of `public/`.
 * @param image its name as the backend writes it, such as `Ubuntu 24.04` or `windows-server-2022`
 * @returns a neutral mark where the name tells no family that has one
 */
export const osLogo = (image: string | null): string => `/os/${osFamily(image) ?? 'other'}.svg`;
