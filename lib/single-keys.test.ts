// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { singleKeysCookie, singleKeysOn, turnedOff } from './single-keys';

const keep = (value: string) => (document.cookie = `${singleKeysCookie}=${value}`);

afterEach(() => (document.cookie = `${singleKeysCookie}=; max-age=0`));

describe('shortcuts of a single character', () => {
  it('are on until they are turned off, and can be turned on again', () => {
    document.cookie = 'nusa.theme=off';
    expect(singleKeysOn()).toBe(true);
    expect(turnedOff('/')).toBe(false);
    keep('off');
    expect(singleKeysOn()).toBe(false);
    keep('on');
    expect(turnedOff('/')).toBe(false);
  });
  it('do not include named keys and space', () => {
    keep('off');
    expect(['/', '?', 'j', '.', 'A'].map(turnedOff)).toEqual([true, true, true, true, true]);
    expect(['ArrowDown', 'Enter', 'Home', 'F10', ' '].some(turnedOff)).toBe(false);
  });
});
