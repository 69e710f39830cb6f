import { describe, expect, it } from 'vitest';
import { ContentOrOutline, settledWithin } from './with-outline';

const after = <Value,>(milliseconds: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(() => resolve(value), milliseconds));

describe('settledWithin', () => {
  it('gives what comes in time', async () =>
    expect(await settledWithin(after(1, 'rows'), 500)).toEqual({ value: 'rows' }));
  it('gives null where it takes longer', async () =>
    expect(await settledWithin(after(500, 'rows'), 1)).toBeNull());
  it('throws what the promise is rejected with', async () =>
    await expect(settledWithin(Promise.reject(new Error('not there')), 500)).rejects.toThrow(
      'not there',
    ));
});

describe('ContentOrOutline', () => {
  it('shows content without an outline where it comes in time', async () =>
    expect(
      (await ContentOrOutline({ outline: 'outline', children: after(1, 'rows') })).props,
    ).toEqual({ late: false, outline: null, children: 'rows' }));
  it('shows the outline until the content comes', async () => {
    const children = after(200, 'rows');
    expect((await ContentOrOutline({ outline: 'outline', children })).props).toEqual({
      late: true,
      outline: 'outline',
      children,
    });
  });
});
