'use client';
import { useInView } from '@/components/ui/use-in-view';
import { BucketStatus } from './bucket-status';

/** Whether the bucket of a row is public. The storage is asked when the row comes into view. */
export function BucketAccess({ bucket }: { bucket: string }) {
  const [box, seen] = useInView<HTMLSpanElement>();
  return (
    <span ref={box}>
      <BucketStatus bucket={bucket} enabled={seen} chip={false} />
    </span>
  );
}
