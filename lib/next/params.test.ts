import { expect, it } from 'vitest';
import { pageParams } from './params';

it('decodes what a path names, and leaves a part that is no encoding as it is', async () => {
  const given = Promise.resolve({ account: 'toko%20kopi', instance: '100%', part: 'a%2Fb' });
  expect(await pageParams(given)).toEqual({ account: 'toko kopi', instance: '100%', part: 'a/b' });
});
