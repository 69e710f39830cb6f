import { describe, expect, it } from 'vitest';
import { allowedConsoleUrl } from './allow';

const allowed = (url: string, ...hosts: string[]) => allowedConsoleUrl(url, hosts) !== null;

describe('allowedConsoleUrl', () => {
  it('allows listed hosts, only with the listed port if there is one', () => {
    expect(allowed('wss://vnc.example.id?t=x&p=5900', 'vnc.example.id')).toBe(true);
    expect(allowed('wss://VNC.example.id:6080/', 'vnc.example.ID')).toBe(true);
    expect(allowed('wss://vnc.example.id', 'vnc.example.id:443')).toBe(true);
    expect(allowed('wss://vnc.example.id:6080', 'vnc.example.id:443')).toBe(false);
    expect(allowed('wss://other.example.id', 'vnc.example.id')).toBe(false);
    expect(allowed('wss://vnc.example.id')).toBe(false);
  });

  it('allows subdomains of a wildcard, but neither its own host nor hosts with the same ending', () => {
    expect(allowed('wss://jkt1-wss.example.id', '*.example.id')).toBe(true);
    expect(allowed('wss://a.b.example.id:8443', '*.example.id:8443')).toBe(true);
    expect(allowed('wss://example.id', '*.example.id')).toBe(false);
    expect(allowed('wss://evilexample.id', '*.example.id')).toBe(false);
    expect(allowed('wss://a.example.id.evil.example', '*.example.id')).toBe(false);
  });

  it('allows unencrypted sockets only to this machine', () => {
    expect(allowed('ws://127.0.0.1:4100/vnc', '127.0.0.1')).toBe(true);
    expect(allowed('ws://[::1]:4100/', '[::1]:4100')).toBe(true);
    expect(allowed('ws://localhost:4100/', 'localhost:4100')).toBe(true);
    expect(allowed('ws://vnc.example.id/', 'vnc.example.id')).toBe(false);
    expect(allowed('ws://127.0.0.1.evil.example/', '*.evil.example')).toBe(false);
  });

  it('refuses other schemes, user info and invalid URLs', () => {
    expect(allowed('https://vnc.example.id', 'vnc.example.id')).toBe(false);
    expect(allowed('wss://user:pass@vnc.example.id', 'vnc.example.id')).toBe(false);
    expect(allowed('wss://vnc.example.id@evil.example', 'vnc.example.id')).toBe(false);
    expect(allowed('not a url', 'vnc.example.id')).toBe(false);
    expect(allowed('wss://vnc.example.id', ':', '*.', '')).toBe(false);
  });
});
