'use client';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

/** The button that asks for a new key. */
export const AddKey = createButton(
  'ssh-keys.add.label',
  'write_instance',
  lazyNamed(() => import('./add-key-dialog'), 'AddKeyDialog'),
);
