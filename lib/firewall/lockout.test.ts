import { describe, expect, it } from 'vitest';
import { lockouts, viewerSshVerdict } from './lockout';
import { firewall } from './testing';
import { readViewer, type Viewer } from './viewer';

const me: Viewer = { kind: 'public', address: '203.0.113.7' };
const kinds = (
  before: ReturnType<typeof firewall>,
  after: ReturnType<typeof firewall>,
  viewer: Viewer = me,
) => lockouts(before, after, viewer).map(({ kind }) => kind);

describe('lockouts', () => {
  const open = firewall('D', ['A tcp 22 any']);
  it('reports that SSH closes for everyone', () => {
    expect(kinds(open, firewall('D', []))).toEqual(['everyone']);
    expect(kinds(open, firewall('D', ['off A tcp 22 any']))).toEqual(['everyone']);
    expect(kinds(open, firewall('D', ['D tcp 1:1024 any', 'A tcp 22 any']))).toEqual(['everyone']);
    expect(kinds(firewall('A', []), firewall('D', ['A tcp 80 any']))).toEqual(['everyone']);
    expect(
      kinds(
        firewall('D', ['A tcp 22 set:1'], { office: ['203.0.113.7'] }),
        firewall('D', ['A tcp 22 set:1'], { office: [] }),
      ),
    ).toEqual(['everyone']);
    expect(kinds(open, firewall('D', []), { kind: 'loopback', address: '127.0.0.1' })).toEqual([
      'everyone',
    ]);
  });
  it('reports that SSH closes for the viewer only', () => {
    expect(lockouts(open, firewall('D', ['A tcp 22 198.51.100.0/24']), me)).toEqual([
      { kind: 'viewer', address: '203.0.113.7' },
    ]);
    expect(kinds(open, firewall('D', ['D tcp 22 203.0.113.0/24', 'A tcp 22 any']))).toEqual([
      'viewer',
    ]);
  });
  it('reports nothing if nothing closes', () => {
    expect(kinds(open, firewall('D', ['A tcp 22 203.0.113.0/24']))).toEqual([]);
    expect(kinds(firewall('D', []), firewall('D', ['D tcp 22 any']))).toEqual([]);
    expect(
      kinds(firewall('D', ['A tcp 22 198.51.100.7']), firewall('D', ['A tcp 22 198.51.100.8'])),
    ).toEqual([]);
    expect(
      kinds(open, firewall('D', ['A tcp 22 198.51.100.0/24']), {
        kind: 'private',
        address: '10.0.0.4',
      }),
    ).toEqual([]);
    expect(kinds(firewall('D', ['A udp 22 any']), firewall('D', []))).toEqual([]);
  });
});

describe('readViewer', () => {
  it.each([
    ['203.0.113.7', null, 'public'],
    ['::ffff:203.0.113.7', null, 'public'],
    ['203.0.113.7:51234', '198.51.100.1', 'public'],
    ['[2606:4700::1]:443', null, 'public'],
    ['2606:4700::1', '198.51.100.1', 'other_family'],
    ['127.0.0.1', null, 'loopback'],
    ['::1', null, 'loopback'],
    ['10.1.2.3', null, 'private'],
    ['100.64.0.9', null, 'private'],
    ['fe80::1%eth0', null, 'private'],
    ['fd00::1', null, 'private'],
    ['', null, 'unknown'],
    ['10.0.0.0/8', null, 'unknown'],
    [undefined, null, 'unknown'],
  ])('takes %s for a machine at %s as %s', (seen, machine, kind) =>
    expect(readViewer(seen, machine).kind).toBe(kind),
  );
  it('decides SSH only for public addresses', () => {
    const wall = firewall('D', ['A tcp 22 any']);
    expect(viewerSshVerdict(wall, readViewer('127.0.0.1'))).toBeNull();
    expect(viewerSshVerdict(wall, readViewer('8.8.8.8'))).toBe('accept');
  });
});
