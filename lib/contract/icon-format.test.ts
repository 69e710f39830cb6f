import { expect, it } from 'vitest';
import { withIconFormat } from './icon-format';

const png = 'iVBORw0KGgoAAAANSUhEUg==';
const icon = (text: unknown) => ({ body: { name: 'a', icon: text } });

it('sends an icon in the form of the setting, whatever was given', () => {
  for (const given of [png, `data:image/webp;base64,${png}`]) {
    expect(withIconFormat(icon(given), 'bare')).toEqual(icon(png));
    expect(withIconFormat(icon(given), 'data')).toEqual(icon(`data:image/png;base64,${png}`));
  }
});

it('leaves every other input as it is', () => {
  for (const input of [icon(undefined), icon(''), { body: { name: 'a' } }, {}])
    expect(withIconFormat(input, 'data')).toBe(input);
});
