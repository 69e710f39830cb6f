/** Answers that are too large: each is refused before it blocks the process. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operation, refs, type Ref } from '@/lib/contract';
import { makeLogger } from '@/lib/log/log';
import { json, startFakeBackend, type FakeBackend } from '@/lib/proxy/testing/fake-backend';
import { applySettings } from '@/lib/proxy/testing/world';
import type { Problem, ProblemError } from '@/lib/problem';
import { callRaw } from './call';
import type { RawInput } from './input';
import { closePools } from './send';
import { limitsOf, exceededLimit } from './answer-limits';

const limits = { bytes: 1000, rows: 5, values: 14 };
const weigh = (text: string) => exceededLimit(Buffer.from(text), limits);

describe('a weight', () => {
  it.each<[string, unknown]>([
    ['a few rows', [1, 2, 3, 4, 5]],
    ['text full of signs', { text: ',,,,,,,,,,,,,[[[[[{{{{{\\",,,,,,,' }],
    ['nothing', null],
    ['arrays beside each other', { a: [1, 2, 3], b: [4, 5, 6] }],
  ])('lets %s through', (_, value) => {
    expect(weigh(JSON.stringify(value))).toBeNull();
  });

  it.each<[string, string]>([
    ['rows', '[1,2,3,4,5,6]'],
    ['rows', '{"data":{"data":[{},{},{},{},{},{}]}}'],
    ['rows', '{"text":"\\\\","rows":[1,2,3,4,5,6]}'],
    ['values', JSON.stringify(Object.fromEntries([...'abcdefghijklmno'].map((name) => [name, 1])))],
    ['values', '[[1,2,3],[1,2,3],[1,2,3],[1,2,3]]'],
    ['bytes', `"${'x'.repeat(1000)}"`],
  ])('finds too many %s in %s', (what, text) => {
    expect(weigh(text)).toBe(what);
  });

  it('finds what is too deep, and takes text that is no JSON', () => {
    const wide = { ...limits, values: 1000 };
    expect(exceededLimit(Buffer.from('['.repeat(65)), wide)).toBe('depth');
    expect(exceededLimit(Buffer.from('['.repeat(64)), wide)).toBeNull();
    expect(weigh(']]]}},,,"\\')).toBeNull();
  });

  it('is allowed to every operation that is read as JSON', () => {
    for (const ref of refs) expect(limitsOf(ref).bytes).toBeLessThanOrEqual(16 * 1024 * 1024);
    const rows = (ref: Ref) => limitsOf(ref).rows;
    expect([rows('A25'), rows('D02'), rows('A39')]).toEqual([10_000, 10_000, 10_000]);
    for (const ref of refs.filter((one) => /^(Catalogues|Pricing)$/.test(operation(one).area)))
      expect(rows(ref)).toBe(1000);
  });
});

describe('a backend that answers', () => {
  let backend: FakeBackend;
  let number = 0;
  const lines: string[] = [];
  const credentials = (ref: Ref) =>
    operation(ref).backend === 'awanio'
      ? ({ backend: 'awanio', token: `fake-token-of-weight-${(number += 1)}` } as const)
      : ({ backend: 'dewavps', key: `fake-key-of-weight-${(number += 1)}` } as const);
  const group = {
    params: { group_type: 'organizations', uuid: '81d4c6b6-dcea-42f6-8152-03de276d6dab' },
  };
  /**
   * Makes a call and measures the longest time in which nothing else could run, without time that the machine gave to
   * others.
   */
  async function ask(ref: Ref, input: RawInput = {}) {
    let [longest, last, cpu] = [0, performance.now(), process.cpuUsage()];
    const beat = setInterval(() => {
      const { user, system } = process.cpuUsage(cpu);
      longest = Math.max(longest, Math.min(performance.now() - last - 5, (user + system) / 1000));
      [last, cpu] = [performance.now(), process.cpuUsage()];
    }, 5);
    const told = await callRaw(ref, input, credentials(ref)).then(
      (result) => ({ result, problem: null }),
      (error: ProblemError): { result: unknown; problem: Problem } => ({
        result: null,
        problem: error.problem,
      }),
    );
    clearInterval(beat);
    return { ...told, longest };
  }
  const answering = (body: string, status = 200) => {
    backend.respond = (_asked, response) => json(response, status, body);
  };
  const list = (row: string, rows: number) => `{"data":[${Array(rows).fill(row).join(',')}]}`;

  beforeAll(async () => {
    backend = await startFakeBackend();
  });
  beforeEach(() => {
    applySettings({ NUSA_DEWAVPS_URL: backend.url, NUSA_AWANIO_URL: backend.url });
    lines.length = 0;
    const value = makeLogger('info', { write: (line: string) => void lines.push(line) });
    (globalThis as { [name: symbol]: unknown })[Symbol.for('nusa.log')] = { value };
  });
  afterAll(async () => {
    await closePools();
    await backend.close();
  });

  it.each<[string, Ref, RawInput, () => string, string]>([
    ['two million bad rows', 'A25', group, () => list('{"x":1}', 2_000_000), 'rows'],
    ['a million empty rows', 'A25', group, () => list('{}', 1_000_000), 'rows'],
    [
      '60,000 rows of a catalogue',
      'D74',
      {},
      () => list('{"id":1,"name":"Debian"}', 60_000),
      'rows',
    ],
    ['three million brackets', 'D70', {}, () => `{"data":${'['.repeat(3_000_000)}`, 'depth'],
    [
      'a million fields',
      'A04',
      {},
      () => `{"data":{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',')}}}`,
      'values',
    ],
    [
      'a sentence of a megabyte',
      'AX6',
      { params: { uuid: '81d4c6b6-dcea-42f6-8152-03de276d6dab' } },
      () => `{"message":"${'x'.repeat(1_000_000)}"}`,
      'bytes',
    ],
  ])(
    '%s is refused at once, with a line that names the operation',
    async (_, ref, input, body, tooMuch) => {
      answering(body());
      const { problem, longest } = await ask(ref, input);
      expect(problem).toMatchObject({ code: 'answer_too_large', status: 502, ref });
      expect(longest).toBeLessThan(500);
      const line = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
      expect(line).toMatchObject({ ref });
      expect(line.tooMuch ?? line.failure).toBe(tooMuch === 'bytes' ? 'too_large' : tooMuch);
    },
  );

  it('rows that can’t be read is given up after the first of them', async () => {
    answering(list('{"x":1}', 10_000));
    const { problem, longest } = await ask('A25', group);
    expect(problem).toMatchObject({ code: 'backend_unreadable', status: 502, ref: 'A25' });
    expect(longest).toBeLessThan(200);
  });

  it('figures of a megabyte of commas has them read as none', async () => {
    const commas = `${','.repeat(400_000)}x`;
    const row = JSON.stringify({ uuid: 'i-1', hostname: 'web-1', cpu: commas, created_at: commas });
    answering(`{"data":[${row}],"page":{"total":${JSON.stringify(commas)}}}`);
    const { result, longest } = await ask('D02');
    expect(result).toMatchObject({ data: [{ uuid: 'i-1', cpu: null }] });
    expect(longest).toBeLessThan(500);
  });

  it('a failure with megabytes of words is a failure without words', async () => {
    answering(
      `{"message":"no","result":false,"rows":[${Array(200_000).fill('{}').join(',')}]}`,
      422,
    );
    const { problem } = await ask('D70');
    expect(problem).toMatchObject({ code: 'bad_input', status: 422 });
    expect(problem?.backendMessage).toBe('The backend answered 422 without saying why.');
  });

  it('five thousand machines at once is read, and holds nobody up for a second', async () => {
    const fixture = (await import('@/lib/contract/fixtures/awanio/A25.json')).default;
    const row = JSON.stringify(fixture.answer.data[0]);
    answering(list(row, 5000));
    const { result, longest } = await ask('A25', group);
    expect((result as { data: unknown[] }).data).toHaveLength(5000);
    expect(longest).toBeLessThan(1000);
  });
});
