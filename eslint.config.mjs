import next from 'eslint-config-next';
import tseslint from 'typescript-eslint';

/** Import directions (docs/architecture.md, section 1). */
const never = (patterns, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }],
});

/**
 * The folders of components that each folder may not import: primitives ← parts ← VPS | organization ← money ← people.
 * If a folder needs something of a higher one, `app` passes it in.
 */
const closedRooms = {
  ui: ['parts', 'vps', 'organization', 'money', 'people'],
  parts: ['vps', 'organization', 'money', 'people'],
  vps: ['organization', 'money', 'people'],
  organization: ['vps', 'money', 'people'],
  money: ['people'],
  people: [],
};

/** Files without React. Next's rules skip them, since they compile every file and take most of the linter's time. */
const withoutReact = [
  '{sandbox,scripts,bench,e2e}/**',
  'lib/{access,contract,backend,front,proxy,session,console,log}/**',
];

const useFetcher =
  'The browser calls the console by lib/session/fetcher, the server by lib/backend or lib/outside.';

/**
 * Syntax that is forbidden in some files. A later entry would replace an earlier one, so each file matches
 * only one.
 */
const syntax = {
  nextLink: {
    selector: "ImportDeclaration[source.value='next/link']",
    message: 'Use PageLink for links: it ships no router, and shows that it was clicked.',
  },
  defaultExport: {
    selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
    message: "Only Next's own files have a default export; lazyNamed loads a named one.",
  },
  accountProp: {
    selector:
      "JSXOpeningElement:not([name.name='AccountScope']) > JSXAttribute[name.name='account'] > JSXExpressionContainer > Identifier[name='account'], JSXSpreadAttribute > ObjectExpression > Property[shorthand=true][key.name='account']",
    message: 'The layout gives the account: useAccount() reads it where it is needed.',
  },
};

const forbid = (files, ignores, ...kinds) => ({
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...kinds] },
});

const nextFiles = 'app/**/{page,layout,error,global-error,not-found,loading,route}.{ts,tsx}';
/** On the account page, `account` is one of several linked keys. */
const linkedKeys = 'components/people/account/**';
const tests = '**/*.test.{ts,tsx}';

const forbidden = [
  forbid([nextFiles], [], syntax.nextLink),
  forbid(['app/**/*.{ts,tsx}'], [nextFiles], syntax.nextLink, syntax.defaultExport),
  // Lucide's icons import the default export of the file that replaces its own (next.config.js).
  forbid(
    ['components/**/*.{ts,tsx}'],
    [linkedKeys, tests, 'components/ui/lucide-icon.tsx'],
    syntax.nextLink,
    syntax.defaultExport,
    syntax.accountProp,
  ),
  forbid([linkedKeys, `components/${tests}`], [], syntax.nextLink, syntax.defaultExport),
  // use-intl imports the default export of the file that replaces its own (next.config.js).
  forbid(
    ['{lib,sandbox,scripts}/**/*.{ts,tsx,mjs}'],
    ['**/*.d.ts', 'lib/intl/format-message.ts'],
    syntax.defaultExport,
  ),
];

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      'dist/**',
      'node_modules/**',
      'next-env.d.ts',
      '.data/**',
      'playwright-report/**',
      'test-results/**',
    ],
  },
  ...next.map((config) => (config.rules ? { ...config, ignores: withoutReact } : config)),
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    // Prettier formats every file except the tables of operations, which have one row for each operation.
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['lib/contract/operations/**', 'bench/house.mjs', 'eslint.config.mjs'],
    rules: {
      'no-warning-comments': ['error', { terms: ['prettier-ignore'], location: 'anywhere' }],
    },
  },
  {
    files: ['scripts/**', 'sandbox/main.ts', 'e2e/**', '*.mjs', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['lib/**/*.{ts,tsx}'],
    rules: never(
      ['@/app/*', '@/components/*', '@/sandbox/*', '@/e2e/*'],
      'lib imports neither app, components nor sandbox.',
    ),
  },
  {
    files: ['lib/contract/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: never(
      ['@/*', 'next', 'next/*', 'react', 'node:*', '../../*/../*'],
      'lib/contract imports zod and itself.',
    ),
  },
  {
    files: [
      'lib/backend/**/*.ts',
      'lib/front/**/*.ts',
      'lib/proxy/**/*.ts',
      'lib/access/**/*.ts',
      'lib/session/**/*.ts',
      'lib/console/**/*.ts',
      'lib/outside/**/*.ts',
      'lib/payments/**/*.ts',
      'lib/storage/**/*.ts',
    ],
    rules: never(
      ['next', 'next/*', 'server-only', '@/app/*', '@/components/*', '@/sandbox/*', '@/lib/next/*'],
      'runs under plain Node as well as under Next.',
    ),
  },
  ...Object.entries(closedRooms).map(([room, closed]) => ({
    files: [`components/${room}/**/*.{ts,tsx}`],
    rules: never(
      [
        '@/app/*',
        '@/sandbox/*',
        '@/lib/backend/*',
        '@/lib/contract/schemas*',
        ...closed.flatMap((other) => [`@/components/${other}/**`, `**/../${other}/**`]),
        ...(room === 'ui' ? ['@/lib/contract*', '@/lib/contract/**'] : []),
      ],
      'components import lib (never its server schemas) and the folders below their own.',
    ),
  })),
  ...forbidden,
  {
    files: ['{app,components,lib}/**/*.{ts,tsx}'],
    ignores: ['lib/session/fetcher.ts', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: useFetcher }],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].map((object) => ({
          object,
          property: 'fetch',
          message: useFetcher,
        })),
      ],
    },
  },
  {
    files: ['sandbox/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: never(
      ['@/app/*', '@/components/*', '@/lib/!(contract)/**', '@/lib/!(contract)'],
      'the sandbox imports lib/contract and nothing else of the console.',
    ),
  },
);
