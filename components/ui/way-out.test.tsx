import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';
import type { ProblemCode } from '@/lib/problem';
import problems from '@/messages/en/problems.json';
import ui from '@/messages/en/ui.json';
import { ProblemNote } from './error-state';
import { HelpContext } from './help';
import { Bubble } from './toast-bubble';

const TopUp = () => <a href="#top-up">Top up</a>;

/** Both places that tell of a problem. */
function shown(code: ProblemCode): { note: string; notice: string } {
  const problem = { code, status: 400, message: 'It is refused.' };
  const render = (node: React.ReactNode) =>
    renderToStaticMarkup(
      <IntlProvider locale="en" timeZone="UTC" messages={{ problems, ui }}>
        <HelpContext value={{ support: null, portal: null, TopUp }}>{node}</HelpContext>
      </IntlProvider>,
    );
  const message = { id: 1, title: 'Refused', problem };
  return {
    note: render(<ProblemNote problem={problem} />),
    notice: render(<Bubble message={message} instead={null} onDismiss={() => {}} />),
  };
}

it('links to the top-up wherever a balance that is too small is told, and nowhere else', () => {
  const { note, notice } = shown('payment_needed');
  for (const place of [note, notice]) expect(place).toContain('href="#top-up"');
  const other = shown('conflict');
  for (const place of [other.note, other.notice]) expect(place).not.toContain('#top-up');
});
