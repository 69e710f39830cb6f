import { describe, expect, it } from 'vitest';
import { checkPorts, portText, readPortField, readPorts } from '@/lib/contract/reading/ports';

describe('ports', () => {
  it.each([
    ['22', [22, 22]],
    ['80-443', [80, 443]],
    ['8000:9000', [8000, 9000]],
    [' 8000 – 9000 ', [8000, 9000]],
    ['443-443', [443, 443]],
    ['', 'empty'],
    ['443-80', 'backwards'],
    ['80, 443', 'list'],
    ['80 443', 'list'],
    ['0', 'out_of_range'],
    ['70000', 'out_of_range'],
    ['1-70000', 'out_of_range'],
    ['ssh', 'not_a_port'],
    ['-22', 'not_a_port'],
    ['1-2-3', 'not_a_port'],
  ])('reads “%s”', (text, found) => expect(checkPorts(text)).toEqual(found));

  it('are written in the form that the contract reads', () => {
    for (const text of ['22', '80-443', '1:65535']) {
      const ports = readPorts(text);
      expect(ports && readPortField(text)).toEqual({ value: ports && portText(ports) });
    }
    expect(readPorts(null)).toBeNull();
  });
});
