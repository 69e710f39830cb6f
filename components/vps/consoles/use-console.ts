'use client';
/** The console of one machine: its state, its open screen, and the machine itself. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { usePerson } from '@/lib/query/person';
import { backendKey } from '@/lib/query/key';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { ConsoleController, type ControllerDependencies } from './controller';
import { availabilityOf, type Availability, type View } from './console-state';
import { askTicket, type Ticket } from './ticket';
import { openScreen, type Screen } from './vnc';

/** What the page of any console shows and can do. */
export interface AnyConsole<Open> {
  view: View;
  /** The open screen or line; null unless connected. */
  screen: Open | null;
  /** The last answer about the machine; null before there is one. */
  machine: Result<'D04'> | null;
  /** A ref callback for the element in which the screen is drawn. */
  mount: (element: HTMLElement | null) => void;
  retry: () => void;
  leave: (moved?: boolean) => void;
}

/** What the page of a screen shows and can do. */
export interface Console extends AnyConsole<Screen> {
  /** The text that the guest last cut or copied. */
  copiedText: string | null;
  /** How long the password of the screen is, where that is more than VNC can use; otherwise null. */
  passwordLength: number | null;
}

/** Calls `then` when the network is back, or the page is looked at again or no longer frozen. @returns ends it */
function onWake(then: () => void): () => void {
  const seen = () => document.visibilityState === 'visible' && then();
  window.addEventListener('online', then);
  document.addEventListener('visibilitychange', seen);
  document.addEventListener('resume', seen);
  return () => {
    window.removeEventListener('online', then);
    document.removeEventListener('visibilitychange', seen);
    document.removeEventListener('resume', seen);
  };
}

/** How often the machine is read: `fast` while the console is not yet connected, or while the machine is changing. */
function pace(view: View, machine: Result<'D04'> | undefined) {
  const changing = machine && transient(machine.status, machine.operation_flag);
  return changing || (view.phase !== 'connected' && view.phase !== 'ended') ? 'fast' : 'slow';
}

/**
 * Runs a console of an instance while the component is mounted.
 * @param serverAvailability the availability by the server's read, so that the first paint is right
 * @param ways how it is asked for and opened; those of the first render are kept
 */
export function useAnyConsole<OpenTicket, Open extends { close(): void }>(
  instance: string,
  serverAvailability: Availability,
  ways: Pick<ControllerDependencies<OpenTicket, Open>, 'ask' | 'open'>,
): AnyConsole<Open> {
  const account = useAccount();
  const { identity } = usePerson();
  const client = useQueryClient();
  const [controller] = useState(
    () =>
      new ConsoleController<OpenTicket, Open>(
        {
          ...ways,
          later(milliseconds, then) {
            const timer = setTimeout(then, milliseconds);
            return () => clearTimeout(timer);
          },
          now: () => performance.now(),
          readMachine() {
            const input = { params: { instance_uuid: instance } };
            const queryKey = backendKey(identity, account, 'D04', input);
            void client.invalidateQueries({ queryKey });
          },
          onWake,
        },
        serverAvailability,
      ),
  );
  const { view, screen } = useSyncExternalStore(
    controller.subscribe,
    controller.current,
    controller.current,
  );
  const { data, error } = useBackendQuery(
    'D04',
    { params: { instance_uuid: instance } },
    { poll: (machine) => pace(view, machine) },
  );
  const gone = error?.problem.code === 'not_found';
  const availability = gone ? 'gone' : data ? availabilityOf(data) : serverAvailability;
  useEffect(() => controller.send({ type: 'machine', availability }), [controller, availability]);
  useEffect(() => {
    controller.start();
    return () => controller.stop();
  }, [controller]);
  return {
    view,
    screen,
    machine: data ?? null,
    mount: controller.mount,
    retry: () => controller.send({ type: 'retry' }),
    leave: (moved = false) => controller.send({ type: 'leave', moved }),
  };
}

/** Runs the VNC console of an instance; see `useAnyConsole`. */
export function useConsole(instance: string, serverAvailability: Availability): Console {
  const account = useAccount();
  const { own } = usePerson();
  const [copiedText, setCopiedText] = useState<string | null>(null);
  const [passwordLength, setPasswordLength] = useState<number | null>(null);
  const console = useAnyConsole<Ticket, Screen>(instance, serverAvailability, {
    ask: (signal) => askTicket({ account, instance, own }, signal),
    open: (target, ticket, events) =>
      openScreen(target, ticket, {
        ...events,
        copied: setCopiedText,
        passwordCut: setPasswordLength,
      }),
  });
  return { ...console, copiedText, passwordLength };
}
