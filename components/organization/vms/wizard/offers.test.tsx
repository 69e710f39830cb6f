/** The wizard offers SSH keys and reserved addresses only where the settings say how they are ordered. */
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl/react';
import { expect, it } from 'vitest';
import type { BackendForm } from '@/components/parts/forms/use-backend-form';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import problems from '@/messages/en/problems.json';
import ui from '@/messages/en/ui.json';
import vms from '@/messages/en/vms.json';
import { defaults, type OrderTerms, type VmValues } from '../values';
import { AccessSection } from './access-section';
import { NetworkSection } from './network-section';

const noAddresses = {
  query: { data: {}, error: null, isFetching: false, refetch: async () => ({}) as never },
  rows: [],
  none: 'none',
};

function Sections({ terms }: { terms: OrderTerms }) {
  const values: VmValues = { ...defaults, method: 'key', external: 'existing' };
  const form = useProblemForm<VmValues>({ defaults: values, submit: async () => {} });
  const shell = form as BackendForm<VmValues>;
  return (
    <>
      <NetworkSection {...{ shell, values, terms }} addresses={noAddresses} price={null} />
      <AccessSection {...{ shell, values }} keys={terms.keyId !== null} />
    </>
  );
}

const shown = (terms: OrderTerms) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={{ vms, ui, problems }} timeZone="Asia/Jakarta">
      <Sections terms={terms} />
    </IntlProvider>,
  );
/** The radio button of a choice. */
const radio = (html: string, value: string) =>
  new RegExp(`<input[^>]*value="${value}"[^>]*>`).exec(html)?.[0] ?? '';

it('says why neither is offered, and asks for a password', () => {
  const html = shown({ keyId: null, addressField: null });
  expect(radio(html, 'key')).toContain('disabled');
  expect(radio(html, 'existing')).toContain('disabled');
  expect(html).toContain('this console isn&#x27;t set up for it. Use a password.');
  expect(html).toContain('name="password"');
  expect(html).not.toContain('name="address"');
});

it('offers each where its setting is there', () => {
  const html = shown({ keyId: null, addressField: 'uuid' });
  expect(radio(html, 'key')).toContain('disabled');
  expect(radio(html, 'existing')).not.toContain('disabled');
  expect(radio(shown({ keyId: 2, addressField: null }), 'existing')).toContain('disabled');
});
