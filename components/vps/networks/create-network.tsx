'use client';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

/** The button that makes a private network. */
export const CreateNetwork = createButton(
  'networks.create.label',
  'write_network',
  lazyNamed(() => import('./create-dialog'), 'CreateDialog'),
);
