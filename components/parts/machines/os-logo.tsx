import { osLogo } from '@/lib/format/os-logo';

interface OsLogoProps {
  image: string | null;
  large?: boolean;
  /** Whether it stands in a line of small text. */
  line?: boolean;
}

/** The mark of an image's family beside its name, which says the same in words. It is a file of `public/os`. */
export function OsLogo({ image, large = false, line = false }: OsLogoProps) {
  const size = large ? 20 : line ? 12 : 16;
  return (
    <picture className={line ? 'mr-1 inline-block align-[-0.125em]' : 'shrink-0'}>
      {/* A picture that may shrink counts as nothing in the width of a table's column, so names beside it broke. */}
      <img src={osLogo(image)} alt="" width={size} height={size} className="max-w-none" />
    </picture>
  );
}
