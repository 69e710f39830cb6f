import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const folders = ['lib', 'sandbox', 'components', 'app', 'scripts', 'messages'];
const include = [`{${folders.join(',')}}/**/*.test.{ts,tsx}`, '*.test.ts'];

/** What changes the modules of a process for those who come after: other modules in their place, another environment. */
const changesModules = /\bvi\.(mock|doMock|resetModules)\(|@vitest-environment/;

/** The test files that need a process of their own, as paths from the root. */
const alone = folders
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => changesModules.test(readFileSync(path.join(root, file), 'utf8')))
  .map((file) => file.split(path.sep).join('/'));

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Loading the contract costs more than most files' tests: those that leave the modules as they are share them.
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include,
          exclude: [...configDefaults.exclude, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
