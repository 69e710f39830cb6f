// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'use-intl/react';
import { expect, it, vi } from 'vitest';
import { PersonProvider } from '@/lib/query/person';
import billing from '@/messages/en/billing.json';
import monthEnd from '@/messages/en/month-end.json';
import problems from '@/messages/en/problems.json';
import ui from '@/messages/en/ui.json';
import { FilesPanel } from './files-panel';
import type { ReadMonth } from './use-month';

const { makeMonthZip } = vi.hoisted(() => ({ makeMonthZip: vi.fn() }));
vi.mock('./month-zip', () => ({ makeMonthZip, pacedFetch: () => vi.fn() }));
vi.mock('./month-documents', () => ({ monthDocuments: () => [] }));
vi.mock('./month-sheets', () => ({ monthSheets: () => [] }));
vi.mock('@/components/parts/files/workbook', () => ({ workbookBlob: () => new Blob() }));

it('gives the ZIP file up when the page is left', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  makeMonthZip.mockReturnValue(new Promise(() => {}));
  const read = { places: [{ place: {}, month: {} }] } as unknown as ReadMonth;
  const messages = { 'month-end': monthEnd, billing, problems, ui };
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() =>
    root.render(
      <IntlProvider locale="en" messages={messages} timeZone="Asia/Jakarta">
        <PersonProvider value={{ identity: 'awanio:a', own: null }}>
          <FilesPanel read={read} month="2026-06" name="June 2026" over />
        </PersonProvider>
      </IntlProvider>,
    ),
  );
  await act(async () => place.querySelector('button')?.click());
  await vi.waitFor(() => expect(makeMonthZip).toHaveBeenCalled());
  const { signal } = makeMonthZip.mock.calls[0]?.[0] as { signal: AbortSignal };
  expect(signal.aborted).toBe(false);
  act(() => root.unmount());
  expect(signal.aborted).toBe(true);
});
