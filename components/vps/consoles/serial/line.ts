/** One connection to a machine's serial line (`lib/console/pipe`). */
import { lostReasonOf } from '../console-state';
import type { ConnectionEvents } from '../controller';
import { consoleSocket } from '../socket';
import type { SerialOutput } from './output';
import { dataFrames, pingFrame, sizeFrame } from './text';

/** Milliseconds that a connection may take from opening the socket to the machine's answer. */
const connectTimeout = 25_000;
/** Milliseconds between pings: the machine's side drops who is silent for five minutes. */
const pingEvery = 30_000;
const READY = 'ready';

/** An open line. */
export interface Line {
  type(text: string): void;
  size(columns: number, rows: number): void;
  close(): void;
}

/** Opens a line. It resolves when the socket begins to connect; `events` tell the rest. */
export function openLine(ticket: string, output: SerialOutput, events: ConnectionEvents): Line {
  const socket = consoleSocket(ticket);
  socket.binaryType = 'arraybuffer';
  let over = false;
  let late = false;
  const send = (data: string | Uint8Array<ArrayBuffer>) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(data);
  };
  const timer = setTimeout(() => {
    late = true;
    socket.close();
  }, connectTimeout);
  const pings = setInterval(() => send(pingFrame()), pingEvery);
  const end = () => {
    over = true;
    clearTimeout(timer);
    clearInterval(pings);
    output.disconnect();
  };
  socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (over) return;
    if (typeof data !== 'string') return output.receive(new Uint8Array(data));
    if (data !== READY) return;
    clearTimeout(timer);
    output.connect((taken) => send(`taken:${taken}`));
    events.open();
  });
  socket.addEventListener('close', ({ code }) => {
    if (over) return;
    end();
    events.dropped(late ? 'backend_refused' : lostReasonOf(code));
  });
  return {
    type: (text) => dataFrames(text).forEach(send),
    size: (columns, rows) => send(sizeFrame(columns, rows)),
    close() {
      end();
      socket.close();
    },
  };
}
