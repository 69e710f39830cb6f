import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POST } from './route';
import { POST as POST_SERIAL } from '../serial-ticket/route';
import { problem } from '@/lib/problem';
import {
  cookieHeader,
  fakeAccount,
  fakeSession,
  problemOf,
  request,
  useSettings,
} from '@/lib/session/testing';
import { openTicket, TICKET_LIFE } from '@/lib/console/ticket';

const { call } = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('@/lib/backend/call', () => ({ call, callRaw: call }));

const url = 'wss://jkt1-wss.example.id/?t=fake-backend-ticket&n=node1&i=100&p=5900';
const instance = '00000000-0000-4000-8000-000000000001';

async function ask(
  json: unknown,
  more: { origin?: string; signedIn?: boolean } = {},
): Promise<Response> {
  const { signedIn = true, ...rest } = more;
  const cookie = signedIn ? await cookieHeader(fakeSession(), [fakeAccount('toko')]) : '';
  return POST(request('/api/console/ticket', { method: 'POST', json, cookie, ...rest }));
}
const codeOf = async (answer: Response) => (await problemOf(answer)).code;

describe('POST /api/console/ticket', () => {
  beforeEach(() => {
    useSettings({ NUSA_CONSOLE_HOSTS: '*.example.id' });
    call.mockReset();
    call.mockResolvedValue({ url, password: 'fakepass', webview: null });
  });

  it('answers with a ticket and the password, but no part of the URL', async () => {
    const before = Date.now();
    const answer = await ask({ account: 'toko', instance });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).not.toContain('example.id');
    expect(text).not.toContain('fake-backend-ticket');
    const { ticket, password, expiresAt } = JSON.parse(text) as {
      ticket: string;
      password: string;
      expiresAt: string;
    };
    expect(password).toBe('fakepass');
    const opened = await openTicket(ticket, fakeSession().sid);
    expect(opened?.url).toBe(url);
    expect(opened?.exp).toBe(Date.parse(expiresAt));
    expect(opened?.exp).toBeGreaterThanOrEqual(before + TICKET_LIFE);
    expect(call.mock.calls[0]?.slice(0, 3)).toEqual([
      'D07',
      { params: { instance_uuid: instance } },
      { backend: 'dewavps', key: fakeAccount('toko').key },
    ]);
  });

  it('gives a ticket that no other session can use, and that expires', async () => {
    const { ticket } = (await (await ask({ account: 'toko', instance })).json()) as {
      ticket: string;
    };
    const { sid } = fakeSession();
    expect(await openTicket(ticket, sid)).not.toBeNull();
    expect(await openTicket(ticket, 'fake-sid-of-somebody-else')).toBeNull();
    expect(await openTicket(ticket, sid, Date.now() + TICKET_LIFE)).toBeNull();
  });

  it('refuses console hosts that are not on the list', async () => {
    call.mockResolvedValue({ url: 'wss://10.0.0.1/', password: 'fakepass', webview: null });
    expect(await codeOf(await ask({ account: 'toko', instance }))).toBe('not_configured');
    call.mockResolvedValue({ url: null, password: null, webview: null });
    expect(await codeOf(await ask({ account: 'toko', instance }))).toBe('backend_unreadable');
  });

  it('refuses other sites, people without a session, unknown accounts and wrong input without a backend call', async () => {
    const input = { account: 'toko', instance };
    expect(await codeOf(await ask(input, { origin: 'https://evil.example' }))).toBe('bad_origin');
    expect(await codeOf(await ask(input, { signedIn: false }))).toBe('not_signed_in');
    expect(await codeOf(await ask({ ...input, account: 'other' }))).toBe('not_found');
    expect(await codeOf(await ask({ account: 'toko', instance: '../x' }))).toBe('bad_input');
    expect(call).not.toHaveBeenCalled();
  });

  it('passes on the refusal of the backend', async () => {
    call.mockRejectedValue(problem('conflict', 409, 'not running'));
    const answer = await ask({ account: 'toko', instance });
    expect(answer.status).toBe(409);
  });
});

describe('POST /api/console/serial-ticket', () => {
  const answer = { url, user: 'fake-user@pve', ticket: 'PVEVNC:fake-ticket', position: 4096 };

  async function askSerial(json: unknown): Promise<Response> {
    const cookie = await cookieHeader(fakeSession(), [fakeAccount('toko')]);
    return POST_SERIAL(request('/api/console/serial-ticket', { method: 'POST', json, cookie }));
  }

  beforeEach(() => {
    useSettings({ NUSA_CONSOLE_HOSTS: '*.example.id' });
    call.mockReset();
    call.mockResolvedValue(answer);
  });

  it('answers with our ticket and a position, but no part of the URL, the user or the ticket', async () => {
    const response = await askSerial({ account: 'toko', instance, after: 100 });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toMatch(/example\.id|fake-backend-ticket|fake-user|fake-ticket/);
    const { ticket, position } = JSON.parse(text) as { ticket: string; position: number };
    expect(position).toBe(4096);
    const opened = await openTicket(ticket, fakeSession().sid);
    expect(opened).toMatchObject({ url, login: 'fake-user@pve:PVEVNC:fake-ticket' });
    expect(call.mock.calls[0]?.slice(0, 2)).toEqual([
      'DX4',
      { params: { instance_uuid: instance }, body: { after: 100 } },
    ]);
  });

  it('refuses hosts that are not on the list, and answers without a login', async () => {
    const input = { account: 'toko', instance, after: null };
    for (const [more, code] of [
      [{ url: 'wss://10.0.0.1/' }, 'not_configured'],
      [{ url: null }, 'backend_unreadable'],
      [{ user: null }, 'backend_unreadable'],
      [{ ticket: 'two\nlines' }, 'backend_unreadable'],
    ] as const) {
      call.mockResolvedValue({ ...answer, ...more });
      expect(await codeOf(await askSerial(input))).toBe(code);
    }
    expect(await codeOf(await askSerial({ account: 'toko', instance, after: -1 }))).toBe(
      'bad_input',
    );
  });

  it('says that there is no serial console where the machine is there and the operation isn’t', async () => {
    const input = { account: 'toko', instance, after: null };
    const gone = problem('not_found', 404, 'no such thing');
    call.mockRejectedValue(gone);
    expect(await codeOf(await askSerial(input))).toBe('not_found');
    call.mockImplementation((ref: string) =>
      ref === 'DX4' ? Promise.reject(gone) : Promise.resolve({}),
    );
    expect(await codeOf(await askSerial(input))).toBe('not_offered');
  });
});
