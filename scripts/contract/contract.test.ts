import { describe, expect, it } from 'vitest';
import { coverageLines, ranges } from './coverage';
import { checkFixture, checkFixtures, readFixtures } from './fixtures';

describe('fixtures', () => {
  it('can all be read, and every operation has one', async () => {
    expect(checkFixtures(await readFixtures())).toEqual([]);
  });

  it.each([
    ['{', 'x.json: not JSON'],
    ['{"ref":"A99"}', 'x.json: no operation has the reference A99'],
    ['{"ref":"A25"}', 'x.json: neither an answer nor an error'],
    [
      '{"ref":"A25","answer":{"data":[{"title":"t"}]}}',
      "x.json: A25 answered what the contract can't read at data[].uuid",
    ],
    ['{"ref":"A35","request":{"kode":"x"},"answer":{"data":null}}', 'x.json: request body'],
    [
      '{"ref":"A25","request":{"body":{}},"answer":{"data":[]}}',
      'x.json: the request has a body, the operation none',
    ],
    ['{"ref":"A24","error":{"status":401,"body":{}}}', 'x.json: its error has no message'],
  ])('%s is refused', (text, words) => {
    expect(checkFixtures([{ file: 'x.json', text }]).join('\n')).toContain(words);
  });

  it('are named if they are missing', () => {
    expect(checkFixtures([]).join()).toMatch(/^no fixture for A01, A02/);
    expect(checkFixture('A25', { ref: 'A25', answer: { data: [] } })).toEqual([]);
  });
});

describe('coverage', () => {
  const declared = ['A01', 'A52', 'D90', 'AX1', 'DX1'];

  it('counts documented operations and extras separately, each once, without those that no page can reach', () => {
    const coverage = {
      declared,
      implemented: ['A01', 'A01', 'DX1'],
      reached: ['A01', 'A52', 'A53', 'A01', 'DX1', 'nonsense'],
    };
    expect(coverageLines(coverage)).toEqual([
      'declared 3/160, implemented in the sandbox 1/160, reachable 1/158',
      'extras: 2 declared, 1 implemented',
      'not implemented in the sandbox: A02–A70, D01–D90',
      'not reached by npm test: A02–A51, A54–A70, D01–D90',
    ]);
  });

  it('names what is left out in ranges', () => {
    expect(ranges(['A27', 'A28', 'A29', 'A31', 'D01', 'D02'])).toBe('A27–A29, A31, D01–D02');
  });

  it('says that no end-to-end run has measured what pages reach', () => {
    expect(coverageLines({ declared, implemented: [], reached: null })[0]).toBe(
      'declared 3/160, implemented in the sandbox 0/160, reachable: not measured (run npm test)',
    );
  });
});
