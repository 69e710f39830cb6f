import { describe, expect, it } from 'vitest';
import { lineText, mostLines, readEstimate, withLine, writeEstimate } from './lines';

const vm = { kind: 'vm', count: 2, of: ['u-1', 's-d'] };
const disk = { kind: 'volume', count: 1, of: ['a.b%2E', ''] };

describe('an estimate in the URL', () => {
  it('is read as it was written, whatever its parts hold', () => {
    const search = writeEstimate('?x=1', [vm, disk]);
    expect(search).toContain('x=1&line=vm.2.u-1.s-d&line=');
    expect(readEstimate(search)).toEqual({ lines: [vm, disk], unread: 0 });
    expect(writeEstimate(search, [])).toBe('?x=1');
    expect(writeEstimate('?line=vm.1.a', [])).toBe('');
  });

  it('counts the lines that can’t be read', () => {
    const bad = ['', 'vm', 'vm.2', 'vm.0.u', 'vm.1,5.u', 'vm.1000.u', '.1.u', 'vm.1e9.u'];
    const query = new URLSearchParams([...bad, lineText(vm)].map((line) => ['line', line]));
    expect(readEstimate(query.toString())).toEqual({ lines: [vm], unread: bad.length });
  });

  it('counts equal things together, and leaves out lines beyond the limit', () => {
    expect(readEstimate('?line=vm.2.u&line=vm.3.u').lines).toEqual([
      { kind: 'vm', count: 5, of: ['u'] },
    ]);
    const many = Array.from({ length: mostLines + 2 }, (_, index) => ['line', `vm.1.u${index}`]);
    expect(readEstimate(new URLSearchParams(many).toString())).toMatchObject({ unread: 2 });
    expect(withLine([vm], { ...vm, count: 998 })).toEqual([{ ...vm, count: 999 }]);
  });
});
