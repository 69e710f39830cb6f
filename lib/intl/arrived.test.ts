import { describe, expect, it } from 'vitest';
import { arrival, arrive, messagesAt } from './arrived';

describe('messages by the address of their script', () => {
  it('are there without waiting once they have arrived, by the same promise each time', () => {
    arrive('/api/messages/en/ui?v=1', { ui: { close: 'Close' } });
    const given = messagesAt('/api/messages/en/ui?v=1');
    expect(given).toMatchObject({ status: 'fulfilled', value: { ui: { close: 'Close' } } });
    expect(messagesAt('/api/messages/en/ui?v=1')).toBe(given);
  });
  it('are put there by the script', async () => {
    const script = arrival('/api/messages/en/ui?v=2', { ui: { quote: '</script>"' } });
    new Function('self', script)(globalThis);
    expect(await messagesAt('/api/messages/en/ui?v=2')).toEqual({ ui: { quote: '</script>"' } });
  });
});
