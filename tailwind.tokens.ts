/**
 * The colours of the look, light and dark. Names say what a colour is for, never what it is.
 * `tailwind.config.ts` makes CSS variables and utilities of them (`bg-surface`, `text-run`);
 * `tailwind.tokens.test.ts` holds the pairs that carry text or marks to WCAG AA.
 */
export const light = {
  canvas: '#f4f7f6', // behind everything
  surface: '#ffffff', // panels, tables, fields
  sunken: '#edf2f1', // table heads, code, wells
  raised: '#ffffff', // menus, dialogs, toasts
  hover: '#f0f5f4', // a row or quiet button under the pointer
  line: '#d9e1df', // hairlines
  edge: '#7f918d', // borders of fields: 3:1 against a surface
  ink: '#12201e',
  muted: '#465754',
  faint: '#5d6d69',
  accent: '#0b6b63',
  'accent-strong': '#07534c',
  'accent-soft': '#dbefeb',
  'accent-text': '#0a5f58',
  'on-accent': '#ffffff',
  focus: '#0d857a',
  run: '#17673b',
  'run-soft': '#dcf1e3',
  'run-mark': '#1f8a50',
  off: '#465754',
  'off-soft': '#e6ecea',
  'off-mark': '#6e7f7a',
  busy: '#2a4795',
  'busy-soft': '#e2e8f8',
  'busy-mark': '#4063bd',
  danger: '#a1221f',
  'danger-soft': '#fce5e2',
  'danger-mark': '#c2332e',
  'danger-solid': '#b22a26',
  'danger-strong': '#8f1d1a',
  'on-danger': '#ffffff',
  warn: '#754b00',
  'warn-soft': '#fbeed0',
  'warn-mark': '#a46c08',
  'chart-1': '#0b6b63', // series of a chart, in this order; apart in lightness as well as hue
  'chart-2': '#c07c0a',
  'chart-3': '#4063bd',
  'chart-4': '#a2559c',
  'chart-5': '#6e7f7a',
  'chart-6': '#8a5a2b',
  scrim: '#0c171566',
} as const;

export type Token = keyof typeof light;

export const dark: Record<Token, string> = {
  canvas: '#0d1413',
  surface: '#141d1b',
  sunken: '#101817',
  raised: '#1a2523',
  hover: '#1a2422',
  line: '#293633',
  edge: '#6a7c78',
  ink: '#e5edeb',
  muted: '#b0bdba',
  faint: '#91a09c',
  accent: '#43b9aa',
  'accent-strong': '#62cdbf',
  'accent-soft': '#12332f',
  'accent-text': '#66cfc1',
  'on-accent': '#04201d',
  focus: '#4fc9b9',
  run: '#74d39b',
  'run-soft': '#11301f',
  'run-mark': '#3fae6e',
  off: '#b0bdba',
  'off-soft': '#232f2c',
  'off-mark': '#84948f',
  busy: '#a3b9f7',
  'busy-soft': '#1c2747',
  'busy-mark': '#7a98ea',
  danger: '#f6a39b',
  'danger-soft': '#3b1a18',
  'danger-mark': '#e8665e',
  'danger-solid': '#e2726a',
  'danger-strong': '#ee8c85',
  'on-danger': '#2a0605',
  warn: '#e9bd68',
  'warn-soft': '#352708',
  'warn-mark': '#cc9531',
  'chart-1': '#43b9aa',
  'chart-2': '#d9a441',
  'chart-3': '#7a98ea',
  'chart-4': '#cb86c5',
  'chart-5': '#84948f',
  'chart-6': '#c1946a',
  scrim: '#000000a6',
};
