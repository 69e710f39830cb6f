// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hidePage, isLeaving, leaveFor, showPage } from './hide-page';
import { askToSignIn, signedInAgain } from './sign-in-gate';
import { keep, readKept } from './storage';

const covered = () => document.documentElement.hasAttribute('data-covered');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  showPage('leaving');
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('cover', () => {
  it('hides the page until every reason is gone, and gives the focus back', () => {
    document.body.innerHTML = '<input>';
    const input = document.querySelector('input');
    input?.focus();
    hidePage('sign-in');
    hidePage('renewal');
    showPage('sign-in');
    showPage('look'); // was none
    expect(covered()).toBe(true);
    input?.blur();
    showPage('renewal');
    expect(covered()).toBe(false);
    vi.runAllTimers();
    expect(document.activeElement).toBe(input);
  });

  it('hides the page for as long as sign-in stands over it', async () => {
    const back = askToSignIn('ended');
    expect(covered()).toBe(true);
    signedInAgain();
    expect(covered()).toBe(false);
    await back;
  });
});

describe('leaveFor', () => {
  it('hides the page, takes it out of the history, and keeps nothing more of its person', () => {
    const replace = vi.spyOn(window.location, 'replace').mockImplementation(() => {});
    keep('awanio:sari', 'draft', 1);
    keep('awanio:budi', 'draft', 2);
    leaveFor('/sign-in', 'awanio:sari');
    expect(covered()).toBe(true);
    expect(isLeaving()).toBe(true);
    expect(replace).toHaveBeenCalledWith('/sign-in');
    const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => {});
    leaveFor(window.location.href);
    expect(reload).toHaveBeenCalled();
    keep('awanio:sari', 'draft', 3); // a form that still saves its draft
    expect(readKept('awanio:sari', 'draft')).toBeNull();
    expect(readKept('awanio:budi', 'draft')).toBe(2);
  });
});
