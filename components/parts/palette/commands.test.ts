import { describe, expect, it } from 'vitest';
import { commandsOf, textOfThing, thingsMeant, type Thing } from './commands';
import type { Entry, Group } from './entry';
import { search } from './score';

const thing = (label: string, more: Partial<Thing> = {}): Thing => ({
  id: `instance/${label}`,
  label,
  icon: null,
  detail: 'Toko',
  href: `/vps/toko/instances/${label}`,
  step: {
    ...{ id: label, title: label, names: ['server'], view: () => null },
    verbs: ['console', 'firewall', 'start', 'stop', 'resize'],
  },
  ...more,
});
const plain = (label: string): Entry => ({ id: label, label, icon: null });
const web = thing('web-1', { words: ['198.51.100.7'] });
const gudang = thing('gudang-db');
const all: readonly Entry[] = [plain('stop-words'), web, gudang];

const groups: readonly Group[] = [
  {
    id: 'open',
    label: 'Page',
    entries: [
      { id: 'open', label: 'Open', icon: null, href: '/web' },
      { id: 'part/firewall', verb: 'firewall', label: 'Firewall', icon: null, href: '/firewall' },
    ],
  },
  {
    id: 'do',
    label: 'Actions',
    entries: [
      { id: 'do/console', verb: 'console', label: 'Open console', icon: null, href: '/console' },
      { id: 'do/start', verb: 'start', label: 'Start', icon: null, reason: 'It is running' },
      { id: 'do/stop', verb: 'stop', label: 'Stop', icon: null, asks: true },
      { id: 'do/resize', verb: 'resize', label: 'Resize', icon: null },
    ],
  },
];
const title = ({ label }: Entry, name: string) => `${label} ${name}`;
const found = (q: string, of: Thing = web) =>
  search([{ id: 'commands', label: '', entries: commandsOf(of, groups, q, title) }], q)
    .flatMap(({ entries }) => entries)
    .map(({ label }) => label);
const meant = (q: string) => thingsMeant(all, q).things.map(({ label }) => label);

describe('thingsMeant', () => {
  it('finds the thing beside a verb, in either order and either language', () => {
    for (const q of ['stop gudang', 'gudang stop', 'hentikan gudang', 'GUDANG matikan', 'gud sto'])
      expect(meant(q), q).toEqual(['gudang-db']);
  });
  it('finds it by its address and by its place, a name before a place', () => {
    expect(meant('stop 198.51.100.7')).toEqual(['web-1']);
    expect(meant('stop toko')).toEqual(['web-1', 'gudang-db']);
    const named = thing('toko-web');
    expect(thingsMeant([web, named], 'stop toko').things.map(({ label }) => label)).toEqual([
      'toko-web',
      'web-1',
    ]);
  });
  it('finds nothing without a verb, or if a word is neither', () => {
    for (const q of ['gudang', 'gudang db', 'stop nowhere', 'stop gudang nowhere', 'g s', 'st'])
      expect(meant(q), q).toEqual([]);
  });
  it('finds all that have what a verb alone means, in either language, also by the kind of things', () => {
    for (const q of ['firewall', 'security group', 'stop', 'hentikan', 'stop server'])
      expect(thingsMeant(all, q), q).toEqual({ things: [web, gudang], alone: true });
    expect(meant('metrics')).toEqual([]); // these have no such page
    expect(meant('stop volume')).toEqual([]); // these are no volumes
  });
  it('looks at few things only', () => {
    const many = Array.from({ length: 40 }, (_, index) => thing(`web-${index}`));
    expect(thingsMeant(many, 'stop web').things).toHaveLength(6);
    expect(thingsMeant(many, 'stop').things).toHaveLength(24);
  });
});

describe('commandsOf', () => {
  it('gives the actions that are meant, with the reason of one that is not possible', () => {
    expect(found('stop web')).toEqual(['Stop web-1']);
    expect(found('web hentikan')).toEqual(['Stop web-1']);
    expect(found('console web')).toEqual(['Open console web-1']);
    expect(found('web fire')).toEqual(['Firewall web-1']);
    const [start] = commandsOf(web, groups, 'start web', title);
    expect(start?.reason).toBe('It is running');
  });
  it('takes a word of the name for no verb, if another word is the verb', () => {
    const stopper = thing('stop-1');
    expect(found('resize stop-1', stopper)).toEqual(['Resize stop-1']);
  });
  it('gives of things that nobody named only what is possible, and nothing that happens at once', () => {
    expect(found('firewall')).toEqual(['Firewall web-1']);
    expect(found('start')).toEqual([]);
    const of = (q: string) => commandsOf(web, groups, q, title);
    expect(of('stop server').map(({ label, fill }) => [label, fill])).toEqual([
      ['Stop web-1', undefined],
    ]);
    expect(of('resize').map(({ label, fill }) => [label, fill])).toEqual([
      ['Resize web-1', 'Resize web-1'],
    ]);
    expect(of('resize web-1')[0]?.fill).toBeUndefined();
  });
});

describe('textOfThing', () => {
  it('leaves the verbs out, so that a backend can search for the rest', () => {
    expect(textOfThing(' stop gudang ')).toBe('gudang');
    expect(textOfThing('Gudang-DB')).toBe('Gudang-DB');
    expect(textOfThing('console')).toBe('console');
  });
});
