import type { Config } from 'tailwindcss';
import plugin from 'tailwindcss/plugin';
import { dark, forced, light } from './tailwind.tokens';

const variables = (palette: Record<string, string>) =>
  Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${name}`, value]));
const colors = Object.fromEntries(Object.keys(light).map((name) => [name, `var(--${name})`]));

const sans =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
const mono =
  'ui-monospace, "SFMono-Regular", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "Liberation Mono", monospace';

export default {
  content: [],
  theme: {
    colors: {
      ...colors,
      transparent: 'transparent',
      current: 'currentColor',
      white: '#ffffff',
      black: '#000000',
    },
    fontFamily: { sans, mono },
    // Dense: 14 px reads all day, 13 px in tables, 12 px for labels.
    fontSize: {
      xs: ['0.75rem', '1rem'],
      sm: ['0.8125rem', '1.25rem'],
      base: ['0.875rem', '1.25rem'],
      lg: ['1rem', '1.5rem'],
      xl: ['1.25rem', '1.75rem'],
      '2xl': ['1.625rem', '2rem'],
    },
    borderRadius: { none: '0', sm: '3px', DEFAULT: '4px', md: '6px', lg: '8px', full: '9999px' },
    boxShadow: {
      none: 'none',
      raised: '0 1px 2px rgb(0 0 0 / 0.06), 0 8px 24px -6px rgb(0 0 0 / 0.18)',
    },
    extend: {},
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': { colorScheme: 'light', ...variables(light) },
        ':root[data-theme="dark"]': { colorScheme: 'dark', ...variables(dark) },
        '@media (prefers-color-scheme: dark)': {
          ':root:not([data-theme])': { colorScheme: 'dark', ...variables(dark) },
        },
        '@media (forced-colors: active)': {
          ':root, :root[data-theme="dark"], :root:not([data-theme])': variables(forced),
        },
        // Paper is white.
        '@media print': {
          ':root, :root[data-theme="dark"], :root:not([data-theme])': {
            colorScheme: 'light',
            ...variables(light),
          },
        },
      });
    }),
  ],
} satisfies Config;
