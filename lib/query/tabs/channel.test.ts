import { describe, expect, it } from 'vitest';
import { openChannel, type TabNews, type Wire } from './channel';

/** Wires of one name: a message on one arrives on the others at once. */
function ether() {
  const wires: Wire[] = [];
  const posted: unknown[] = [];
  const make = (): Wire => {
    const wire: Wire = {
      onmessage: null,
      postMessage(message) {
        posted.push(message);
        const data: unknown = structuredClone(message);
        for (const other of wires) if (other !== wire) other.onmessage?.({ data } as MessageEvent);
      },
      close: () => void wires.splice(wires.indexOf(wire), 1),
    };
    wires.push(wire);
    return wire;
  };
  return { make, posted };
}

const answer: TabNews = {
  kind: 'answer',
  key: ['me', 'main', 'D02', {}],
  data: 1,
  asked: 1,
  at: 2,
};

describe('openChannel', () => {
  it('tells the other tabs once they are known, and not itself', () => {
    const { make, posted } = ether();
    const heard: [string, TabNews][] = [];
    const one = openChannel('me', (told) => heard.push(['one', told]), make());
    one.tell(answer);
    expect(posted).toHaveLength(1); // there is no other tab, so only its hello
    const two = openChannel('me', (told) => heard.push(['two', told]), make());
    one.tell(answer);
    two.tell(answer);
    expect(heard.map(([who]) => who)).toEqual(['two', 'one']);
    expect(heard[0]?.[1]).toMatchObject(answer);
    two.close();
    const before = posted.length;
    one.tell(answer);
    expect(posted).toHaveLength(before);
  });

  it('hears nothing of another person, and nothing that is no message', () => {
    const { make } = ether();
    const heard: TabNews[] = [];
    openChannel('me', (told) => heard.push(told), make());
    const strange = make();
    openChannel('you', () => {}, strange).tell({ ...answer, key: ['you', 'main', 'D02', {}] });
    for (const message of [null, 7, {}, { from: 'x' }, { from: 'x', kind: 'order' }])
      strange.postMessage(message);
    strange.postMessage({ from: 'x', kind: 'changed', identity: 'you', account: '', refs: [] });
    expect(heard).toEqual([]);
  });

  it('stands alone where the browser has no channel', () => {
    expect(() => openChannel('me', () => {}, null).tell(answer)).not.toThrow();
  });
});
