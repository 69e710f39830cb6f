'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { usePerson } from '@/lib/query/person';
import { useAccount } from '@/lib/query/scope';
import { keep, readKept } from '@/lib/query/storage';
import type { Availability } from '../console-state';
import { askSerialTicket, type SerialTicket } from '../ticket';
import { useAnyConsole, type AnyConsole } from '../use-console';
import type { Line } from './line';
import { SerialSession, type SerialSnapshot, type SerialWords } from './session';
import type { TerminalLook } from './terminal';

/** The least and the largest font, in CSS pixels. */
export const fontSizes = { least: 9, most: 28 } as const;
const keptAs = 'serial-terminal';
const firstLook: TerminalLook = { fontSize: 13, reader: false };

function readLook(identity: string): TerminalLook {
  const kept = readKept(identity, keptAs) as Partial<TerminalLook> | null;
  const { fontSize, reader } = kept ?? {};
  const fits =
    typeof fontSize === 'number' && fontSize >= fontSizes.least && fontSize <= fontSizes.most;
  return { fontSize: fits ? fontSize : firstLook.fontSize, reader: reader === true };
}

/** What the page of a serial console shows and can do. */
export interface Serial extends AnyConsole<Line>, SerialSnapshot {
  session: SerialSession;
  look: TerminalLook;
  setLook: (look: TerminalLook) => void;
}

/** Runs the serial console of an instance; see `useAnyConsole`. @param words those of the first render are kept */
export function useSerial(
  instance: string,
  serverAvailability: Availability,
  words: SerialWords,
): Serial {
  const account = useAccount();
  const { own, identity } = usePerson();
  const [session] = useState(() => new SerialSession());
  const [changed, change] = useState<TerminalLook | null>(null);
  // The server doesn't know what this browser keeps.
  const kept = useInBrowser();
  const look = changed ?? (kept ? readLook(identity) : firstLook);
  const console = useAnyConsole<SerialTicket, Line>(instance, serverAvailability, {
    ask: (signal) => askSerialTicket({ account, instance, own }, session.after, signal),
    open: (target, ticket, events) =>
      session.open(target, ticket, readLook(identity), words, events),
  });
  const snapshot = useSyncExternalStore(session.subscribe, session.current, session.current);
  useEffect(() => () => session.dispose(), [session]);
  const setLook = (next: TerminalLook) => {
    change(next);
    keep(identity, keptAs, next);
    session.current().terminal?.look(next);
  };
  return { ...console, ...snapshot, session, look, setLook };
}
