'use client';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

/** The button that orders an address. */
export const CreateAddress = createButton(
  'addresses.create.label',
  'write_network',
  lazyNamed(() => import('./create-dialog'), 'CreateDialog'),
);
