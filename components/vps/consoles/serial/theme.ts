/** The colours of the terminal: those of the page, and sixteen that the contrast of xterm adapts to them. */
import type { ITheme } from '@xterm/xterm';

/** A guest's colours keep at least this contrast to their background (WCAG AA). */
export const minimumContrast = 4.5;

const ansi: ITheme = {
  black: '#2a3331',
  red: '#d14343',
  green: '#2f8f4e',
  yellow: '#b07d12',
  blue: '#3b78d8',
  magenta: '#a354b8',
  cyan: '#1d8f9b',
  white: '#c3cdca',
  brightBlack: '#7b8a86',
  brightRed: '#ef6b6b',
  brightGreen: '#4dbd72',
  brightYellow: '#d9a93a',
  brightBlue: '#6aa1f2',
  brightMagenta: '#c883d8',
  brightCyan: '#4cc0cb',
  brightWhite: '#f2f6f5',
};

/** The theme by the page's tokens as they are now. */
export function terminalTheme(): ITheme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ...ansi,
    background: token('surface'),
    foreground: token('ink'),
    cursor: token('accent'),
    cursorAccent: token('surface'),
    selectionBackground: token('accent'),
    selectionForeground: token('on-accent'),
    selectionInactiveBackground: token('edge'),
  };
}

/** The colours of found text, in the form `#rrggbb` that the search takes. */
export function searchColours() {
  return {
    matchBackground: '#f5d76e',
    matchOverviewRuler: '#b07d12',
    activeMatchBackground: '#f08c2e',
    activeMatchColorOverviewRuler: '#d1661a',
  };
}

/** Calls `then` when the page's colours change. @returns ends it */
export function onThemeChange(then: () => void): () => void {
  const observer = new MutationObserver(then);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', then);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', then);
  };
}
