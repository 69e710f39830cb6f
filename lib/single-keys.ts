/**
 * Shortcuts of a single character (`/`, `?`, `j` …). A person can turn them off, because speech input and shaking
 * hands press them by mistake (source: WCAG 2.1.4). The choice is a cookie of the browser, like language and theme.
 * It is read at each key press, so it applies at once in every open tab. Browser only.
 */
export const singleKeysCookie = 'nusa.single-keys';

/** Whether the shortcuts are on. */
export const singleKeysOn = (): boolean =>
  !document.cookie.split('; ').includes(`${singleKeysCookie}=off`);

/**
 * Whether a key (as in `KeyboardEvent.key`) is such a shortcut that is turned off. Space is never one, since it
 * activates controls.
 */
export const turnedOff = (key: string): boolean =>
  key.length === 1 && key !== ' ' && !singleKeysOn();
