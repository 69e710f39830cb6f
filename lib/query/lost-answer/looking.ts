/** Whether the list is being read for something whose answer was lost. Forms say so while they wait. */

const listeners = new Set<() => void>();
let running = 0;

function count(by: 1 | -1) {
  running += by;
  for (const listener of listeners) listener();
}

/** Does a piece of work that `lookingStore` reports. */
export async function looking<T>(work: () => Promise<T>): Promise<T> {
  count(1);
  try {
    return await work();
  } finally {
    count(-1);
  }
}

export const lookingStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: (): boolean => running > 0,
  onServer: (): boolean => false,
};
