import { expect, it } from 'vitest';
import { inboxPage } from './inbox';

it('escapes everything in the mail that it shows', () => {
  const nasty = '<script>alert("x")</script>';
  const page = inboxPage([
    {
      id: 1,
      sender: 'a@example.id',
      recipient: nasty,
      subject: nasty,
      body: `${nasty}\n& more`,
      received_real: 0,
    },
  ]);
  expect(page).not.toContain('<script>');
  expect(page).toContain('&#60;script&#62;');
  expect(page).toContain('&#38; more');
});
