import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { IntlProvider } from 'use-intl/react';
import documents from '@/messages/en/documents.json' with { type: 'json' };
import ui from '@/messages/en/ui.json' with { type: 'json' };
import { BuyerButton } from './buyer-button';

const shown = (viewing: boolean) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={{ documents, ui }} timeZone="Asia/Jakarta">
      <BuyerButton {...{ viewing, buyer: null, suggested: '', keep: () => true }} />
    </IntlProvider>,
  );

it('is disabled in a view, which keeps nothing', () => {
  expect(shown(true)).toContain('aria-disabled="true"');
  expect(shown(false)).not.toContain('aria-disabled');
});
