// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { afterPress } from './after-press';

describe('afterPress', () => {
  it('resolves at once while nothing is pressed', async () => {
    await afterPress();
  });

  it('waits for the click of a pressed pointer', async () => {
    const heard: string[] = [];
    window.addEventListener('click', () => heard.push('click'));
    window.dispatchEvent(new Event('pointerdown'));
    void afterPress().then(() => heard.push('after'));
    await Promise.resolve();
    expect(heard).toEqual([]);
    window.dispatchEvent(new Event('pointerup'));
    window.dispatchEvent(new Event('click'));
    await vi.waitFor(() => expect(heard).toEqual(['click', 'after']));
  });
});
