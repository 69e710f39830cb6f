import { Foreign } from '@/components/ui/foreign';
import { OsLogo } from './os-logo';

/** The name of an image with the mark of its family before it. */
export function ImageName({ image, large }: { image: string | null; large?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 align-top max-md:max-w-full">
      <OsLogo {...{ image, large }} />
      <span className="min-w-0 break-words md:min-w-24">
        {image ? <Foreign text={image} /> : '–'}
      </span>
    </span>
  );
}
