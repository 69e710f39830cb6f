// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { forgetBuild, hearBuild, newVersion, setPageBuild } from './build';

const from = (build?: string) =>
  hearBuild(new Response('', build === undefined ? {} : { headers: { 'x-nusa-build': build } }));

afterEach(forgetBuild);

it('says that the server runs another version than the page, until it runs the same again', () => {
  setPageBuild('one');
  from('one');
  expect(newVersion.current()).toBe(false);
  from('two');
  expect(newVersion.current()).toBe(true);
  setPageBuild('two'); // a part of the page that the new server made: the code is still the old one
  from('two');
  expect(newVersion.current()).toBe(true);
  from('one');
  expect(newVersion.current()).toBe(false);
});

it('is silent where the page or the answer doesn’t tell', () => {
  from('two');
  setPageBuild('');
  from('two');
  setPageBuild('one');
  from();
  expect(newVersion.current()).toBe(false);
});
