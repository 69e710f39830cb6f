// @vitest-environment happy-dom
/** Two accounts of one session each have a volume with the same id. A confirmed action must change the right one. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IntlProvider } from 'use-intl/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useActionHost } from '@/components/parts/actions/use-action-host';
import { PersonProvider } from '@/lib/query/person';
import { AccountScope, useAccount } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/vps';
import actions from '@/messages/en/actions.json';
import machines from '@/messages/en/machines.json';
import ui from '@/messages/en/ui.json';
import volumeMessages from '@/messages/en/volumes.json';
import { useVolumeActions } from './actions';
import { type Volume } from './volume';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }));
vi.mock('@/components/parts/shell/use-refused', () => ({ useRefused: () => false }));

const volume: Volume = {
  id: '31',
  name: 'data',
  status: 'available',
  size_gb: 20,
  storage_type: 'ssd',
  attached_to: null,
  location: 'Jakarta 1',
  price_per_hour: 10,
  estimated_monthly_cost: 7300,
  created_at: null,
} as Volume;

const noReason = () => null;
/** How long a test waits for a dialog, because the dialog's code loads when it opens. */
const dialogTimeout = { timeout: 15_000 };
let ask: (id: string) => void;
let shownAccount: string;
let root: Root;
const client = new QueryClient();
const fetched = vi.fn(async (_url: string, _init?: RequestInit) =>
  Response.json({ message: 'ok' }),
);

/** A list that stays mounted while the page goes on to another account. */
function List() {
  const account = useAccount();
  const all = useVolumeActions(noReason);
  const { perform, dialog } = useActionHost<Volume>(volumes);
  useEffect(() => {
    shownAccount = account;
    ask = (id) => {
      const action = all.find((each) => each.id === id);
      if (action) perform(action, volume);
    };
  });
  return dialog;
}

async function show(account: string): Promise<void> {
  root.render(
    <IntlProvider
      locale="en"
      timeZone="Asia/Jakarta"
      messages={{ actions, machines, ui, volumes: volumeMessages }}
    >
      <PersonProvider value={{ identity: 'me', own: 'one' }}>
        <QueryClientProvider client={client}>
          <AccountScope account={account}>
            <List />
          </AccountScope>
        </QueryClientProvider>
      </PersonProvider>
    </IntlProvider>,
  );
  await vi.waitFor(() => expect(shownAccount).toBe(account), dialogTimeout);
}

/** Waits until the dialog has the element, then returns it. */
const found = <E extends Element>(selector: string) =>
  vi.waitFor(() => {
    const element = document.querySelector<E>(selector);
    if (!element) throw new Error(`no ${selector} yet`);
    return element;
  }, dialogTimeout);

async function typeInto(selector: string, text: string): Promise<void> {
  const input = await found<HTMLInputElement>(selector);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function submit(): Promise<void> {
  const form = await found<HTMLFormElement>('dialog form');
  form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

const changes = () =>
  fetched.mock.calls.filter(([, init]) => init?.method !== 'GET').map(([url]) => url);

beforeEach(() => {
  HTMLElement.prototype.showPopover = () => {}; // happy-dom has none
  shownAccount = '';
  vi.stubGlobal('fetch', fetched);
  fetched.mockClear();
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

it('deletes in the account of the row after the page has changed to another account', async () => {
  await show('one');
  ask('delete');
  await typeInto('dialog input', 'data');
  await show('two');
  await submit();
  await vi.waitFor(
    () => expect(changes()).toEqual([expect.stringContaining('/dewavps/one/')]),
    dialogTimeout,
  );
});

it('deletes in the other account when the action was opened there', async () => {
  await show('one');
  await show('two');
  ask('delete');
  await typeInto('dialog input', 'data');
  await submit();
  await vi.waitFor(
    () => expect(changes()).toEqual([expect.stringContaining('/dewavps/two/')]),
    dialogTimeout,
  );
});

it('grows the volume and reads prices in the account where the dialog was opened', async () => {
  await show('one');
  ask('grow');
  await found('dialog input');
  await show('two');
  await typeInto('dialog input', '30');
  await submit();
  await vi.waitFor(
    () => expect(changes()).toEqual([expect.stringContaining('/dewavps/one/')]),
    dialogTimeout,
  );
  expect(fetched.mock.calls.filter(([url]) => url.includes('/dewavps/two/'))).toEqual([]);
});
