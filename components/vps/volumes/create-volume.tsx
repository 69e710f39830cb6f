'use client';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

/** The button that orders a volume. */
export const CreateVolume = createButton(
  'volumes.create.label',
  'write_instance',
  lazyNamed(() => import('./create-dialog'), 'CreateDialog'),
);
