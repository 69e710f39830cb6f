import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the server's HTML and while the browser takes it over, then true: for what the server can't draw, or should not. */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
