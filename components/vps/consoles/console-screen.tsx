'use client';
import { nameOf } from '@/components/vps/instances/machine';
import { ConsolePage } from './console-page';
import type { Availability } from './console-state';
import { useConsole } from './use-console';
import { Viewer } from './viewer';

interface ConsoleScreenProps {
  instance: string;
  /** Whether the console can be opened, by the server's read of the machine. */
  availability: Availability;
  ownWindow: boolean;
  /** Whether this deployment offers serial consoles. */
  serial: boolean;
}

/** The page of a machine's screen. @param ownWindow whether the page is in its own window, without navigation */
export function ConsoleScreen({ instance, availability, ownWindow, serial }: ConsoleScreenProps) {
  const console = useConsole(instance, availability);
  const name = console.machine ? nameOf(console.machine) : instance;
  return (
    <ConsolePage {...{ instance, ownWindow, serial, console }} kind="vnc">
      <Viewer console={console} instance={instance} name={name} ownWindow={ownWindow} />
    </ConsolePage>
  );
}
