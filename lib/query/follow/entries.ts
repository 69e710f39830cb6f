'use client';
/**
 * A person's recent changes in this browser, which the activity panel lists: the newest 50 of seven days, the same in
 * all tabs. It is no audit log: other people and browsers are not in it.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { ProblemCode } from '@/lib/problem';
import { keep, keptKey, readKept } from '../storage';
import { isTracked, type ChangeSubject, type TrackedRef } from './tracked-changes';

/** `lost`: it was followed for too long, or can't be read any more. */
export type EntryState = 'running' | 'done' | 'failed' | 'lost';

export interface Entry extends ChangeSubject {
  /** Id of the entry; `id` is the thing's. */
  line: string;
  ref: TrackedRef;
  /** Slug of the DewaVPS account; empty for Awanio. */
  account: string;
  state: EntryState;
  /** When the backend accepted the change, in milliseconds since 1970. */
  at: number;
  /** A read has shown the work in progress. */
  begun?: boolean;
  /** Why the call failed. */
  problem?: { code: ProblemCode; says: string | null };
}

const name = 'activity';
export const mostKept = 50;
export const keptFor = 7 * 24 * 3600_000;

const none: readonly Entry[] = [];
const cache = new Map<string, readonly Entry[]>();
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { line, ref, id, at, state, kind, account, name: called } = value as Partial<Entry>;
  const texts = [line, id, state, kind, account, called];
  if (!texts.every((text) => typeof text === 'string')) return false;
  return typeof at === 'number' && typeof ref === 'string' && isTracked(ref);
}

/** The entries in storage, where another tab may have written; null if there are none. */
function stored(identity: string, now: number): readonly Entry[] | null {
  const kept = readKept(identity, name);
  if (!Array.isArray(kept)) return null;
  return kept.filter(isEntry).filter(({ at }) => now - at < keptFor);
}

/** The entries of a person, newest first. */
export function entriesOf(identity: string, now = Date.now()): readonly Entry[] {
  const known = cache.get(identity);
  if (known) return known;
  const read = stored(identity, now) ?? none;
  cache.set(identity, read);
  return read;
}

function change(identity: string, by: (entries: readonly Entry[]) => readonly Entry[]) {
  const now = Date.now();
  const next = by(stored(identity, now) ?? cache.get(identity) ?? none).slice(0, mostKept);
  cache.set(identity, next);
  keep(identity, name, next);
  tell();
}

/** Adds an entry. */
export function addEntry(identity: string, entry: Omit<Entry, 'line'>): void {
  const line = `${entry.at.toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  change(identity, (entries) => [{ ...entry, line }, ...entries]);
}

/** Changes an entry that is still running; an ended one stays as it is. */
export function changeEntry(identity: string, line: string, by: Partial<Entry>): void {
  change(identity, (entries) =>
    entries.map((entry) =>
      entry.line === line && entry.state === 'running' ? { ...entry, ...by } : entry,
    ),
  );
}

/** Removes ended entries. */
export function clearEnded(identity: string): void {
  change(identity, (entries) => entries.filter(({ state }) => state === 'running'));
}

function subscribe(listener: () => void): () => void {
  const changed = ({ key }: StorageEvent) => {
    // Another tab wrote an entry, or deleted everything (key null) at sign-out.
    for (const identity of cache.keys())
      if (key === null || key === keptKey(identity, name)) cache.delete(identity);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', changed);
  };
}

/** The entries of a person, newest first, the same in all tabs. */
export function useEntries(identity: string): readonly Entry[] {
  const current = useCallback(() => entriesOf(identity), [identity]);
  return useSyncExternalStore(subscribe, current, () => none);
}
