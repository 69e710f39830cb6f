// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendBytes, sendBytesOutside } from './send-bytes';

/** A request that never gets an answer by itself, as on a network that has gone. */
class Hanging extends EventTarget {
  static all: Hanging[] = [];
  upload = new EventTarget();
  aborted = 0;
  open = vi.fn();
  setRequestHeader = vi.fn();
  send = vi.fn(() => void Hanging.all.push(this));
  abort() {
    this.aborted += 1;
    this.dispatchEvent(new Event('abort'));
    this.dispatchEvent(new Event('loadend'));
  }
}

let online = true;
beforeEach(() => {
  Hanging.all = [];
  online = true;
  vi.stubGlobal('XMLHttpRequest', Hanging);
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The network goes, or comes back, as the browser tells it. */
function network(there: boolean) {
  online = there;
  window.dispatchEvent(new Event(there ? 'online' : 'offline'));
}

const bytes = (signal = new AbortController().signal) => ({
  body: new Blob(['isi']),
  signal,
  onProgress: () => {},
});

describe('bytes under way', () => {
  it.each([
    ['to the console', () => sendBytes('/api/x', bytes())],
    ['to the store', () => sendBytesOutside('https://s3.example/x', bytes())],
  ])('end at once when the network goes, %s', async (_, send) => {
    const sent = send();
    const ended = expect(sent).rejects.toMatchObject({ problem: { code: 'offline' } });
    network(false);
    // Even where it is back before the answer is read.
    network(true);
    await ended;
    expect(Hanging.all.map(({ aborted }) => aborted)).toEqual([1]);
  });

  it('are left alone by a network that goes after they have ended', async () => {
    const control = new AbortController();
    const sent = sendBytes('/api/x', bytes(control.signal));
    control.abort();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    network(false);
    expect(Hanging.all.map(({ aborted }) => aborted)).toEqual([1]);
  });
});
