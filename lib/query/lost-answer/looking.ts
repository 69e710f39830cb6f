import { makeStore } from '@/lib/store';

/** How many lists are being read for something whose answer was lost. Forms say so while they wait. */
export const lookingStore = makeStore(0);

/** Does a piece of work that `lookingStore` counts. */
export async function looking<T>(work: () => Promise<T>): Promise<T> {
  lookingStore.set(lookingStore.current() + 1);
  try {
    return await work();
  } finally {
    lookingStore.set(lookingStore.current() - 1);
  }
}
