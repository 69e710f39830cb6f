import { osLogo } from '@/lib/format/os-logo';

/** The mark of an image's family beside its name, which says the same in words. It is a file of `public/os`. */
export function OsLogo({ image, large = false }: { image: string | null; large?: boolean }) {
  const size = large ? 20 : 16;
  return (
    <picture className="shrink-0">
      <img src={osLogo(image)} alt="" width={size} height={size} />
    </picture>
  );
}
