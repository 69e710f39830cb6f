/** `npm run contract` checks the fixtures, writes and checks the OpenAPI documents, and prints the coverage. */
import { writeFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openapi } from '@/lib/contract/openapi';
import type { Backend } from '@/lib/contract/operation';
import { coverageLines, measure } from './contract/coverage';
import { checkFixtures, readFixtures } from './contract/fixtures';

const root = new URL('../', import.meta.url);

/** Writes the OpenAPI document of a backend. Returns the errors of the validator, one line each. */
async function writeDocument(backend: Backend): Promise<string[]> {
  const document = openapi(backend);
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  await writeFile(
    new URL(`docs/openapi-${backend}.json`, root),
    `${JSON.stringify(document, null, 1)}\n`,
  );
  if (valid) return [];
  if (typeof errors === 'string') return [`openapi-${backend}: ${errors}`];
  return (errors ?? [])
    .slice(0, 20)
    .map(
      ({ instancePath, message }) => `openapi-${backend}${instancePath}: ${message ?? 'invalid'}`,
    );
}

const wrong = [
  ...checkFixtures(await readFixtures()),
  ...(await writeDocument('awanio')),
  ...(await writeDocument('dewavps')),
];
for (const mistake of wrong) console.error(mistake);
for (const line of coverageLines(await measure(root))) console.log(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
