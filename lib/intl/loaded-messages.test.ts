import { describe, expect, it } from 'vitest';
import { scriptText, storeMessages, loadMessages } from './loaded-messages';

describe('messages by the address of their script', () => {
  it('are available at once after loading, by the same promise each time', () => {
    storeMessages('/api/messages/en/ui?v=1', { ui: { close: 'Close' } });
    const given = loadMessages('/api/messages/en/ui?v=1');
    expect(given).toMatchObject({ status: 'fulfilled', value: { ui: { close: 'Close' } } });
    expect(loadMessages('/api/messages/en/ui?v=1')).toBe(given);
  });
  it('are stored by the script', async () => {
    const script = scriptText('/api/messages/en/ui?v=2', { ui: { quote: '</script>"' } });
    new Function('self', script)(globalThis);
    expect(await loadMessages('/api/messages/en/ui?v=2')).toEqual({ ui: { quote: '</script>"' } });
  });
});
