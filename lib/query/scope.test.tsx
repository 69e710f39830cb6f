// @vitest-environment happy-dom
import { act, Component, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AccountScope, GroupScope, KeptScope, useAccount, useAccountOf, useGroup } from './scope';

let root: Root;
let place: HTMLElement;
const show = (shown: ReactNode) => act(async () => root.render(shown));

function Called({ by, account }: { by: 'D64' | 'A25'; account?: string }) {
  return useAccountOf(account)(by) ?? 'no account';
}
function Here() {
  return useAccount();
}
function Group() {
  return Object.values(useGroup()).join(' ');
}

class Caught extends Component<{ children: ReactNode }> {
  override state = { text: null };
  static getDerivedStateFromError = ({ message }: Error) => ({ text: message });
  override render() {
    return this.state.text ?? this.props.children;
  }
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  place = document.createElement('div');
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each([
  ['D64', undefined, 'one'],
  ['D64', 'given', 'given'],
  ['A25', undefined, 'no account'],
] as const)('a call of %s with account %s goes to %s', async (by, account, to) => {
  await show(
    <AccountScope account="one">
      <Called by={by} account={account} />
    </AccountScope>,
  );
  expect(place.textContent).toBe(to);
});

it.each([
  [<Called key="" by="D64" />, 'D64 needs an account'],
  [<Here key="" />, 'this needs an account'],
  [<Group key="" />, 'this needs an organization'],
])('where nothing is provided it throws', async (shown, text) => {
  await show(<Caught>{shown}</Caught>);
  expect(place.textContent).toContain(text);
});

it('an Awanio operation needs no account', async () => {
  await show(<Called by="A25" />);
  expect(place.textContent).toBe('no account');
});

it('a project is nearer than its organization', async () => {
  await show(
    <GroupScope org="kopi">
      <GroupScope org="kopi" project="toko">
        <Group />
      </GroupScope>
    </GroupScope>,
  );
  expect(place.textContent).toBe('kopi toko');
});

it('what is opened keeps its account', async () => {
  const page = (account: string) => (
    <AccountScope account={account}>
      <Here />{' '}
      <KeptScope>
        <Here />
      </KeptScope>
    </AccountScope>
  );
  await show(page('one'));
  await show(page('two'));
  expect(place.textContent).toBe('two one');
});
