import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseOverrides } from '@/lib/contract/overrides';

it('accepts the examples of overrides in the operating guide', () => {
  const guide = readFileSync('docs/operating.md', 'utf8');
  const examples = [...guide.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text);
  expect(examples.length).toBeGreaterThanOrEqual(2);
  for (const example of examples) parseOverrides(JSON.parse(example));
});
