/*
 * The machine of `bench/consoles.mjs`, in its own process: over WebSocket for the relay, and over plain TCP for
 * websockify. The first byte that a client sends says what it gets: `f` a flood of `<bytes>` (8 bytes, big endian),
 * `e` an echo of what follows. Under `/serial` the WebSocket is a serial console: it answers `OK` to the login line, and what comes is
 * framed (`0:<bytes>:<data>`). Prints both ports.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { WebSocketServer } from 'ws';

const piece = randomBytes(Number(process.argv[2]));

/** Answers one client. @param write sends bytes, and calls back once they are with the system */
function answer(write) {
  let echo = false;
  return (bytes) => {
    if (echo) return write(bytes);
    if (bytes[0] === 0x65) {
      echo = true;
      return bytes.length > 1 ? write(bytes.subarray(1)) : undefined;
    }
    let left = Number(bytes.readBigUInt64BE(1));
    const more = () => {
      if (left <= 0) return;
      const part = left < piece.length ? piece.subarray(0, left) : piece;
      left -= part.length;
      write(part, more);
    };
    more();
    return undefined;
  };
}

const sockets = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  perMessageDeflate: false,
  handleProtocols: () => 'binary',
});
sockets.on('connection', (socket, { url }) => {
  const take = answer((bytes, then) => socket.send(bytes, { binary: true }, then));
  if (url !== '/serial') return socket.on('message', take);
  return socket.once('message', () => {
    socket.send(Buffer.from('OK'), { binary: true });
    socket.on('message', (frame) => {
      const begins = frame.indexOf(':', 2) + 1;
      if (frame[0] === 0x30) take(frame.subarray(begins));
    });
  });
});
const plain = createServer((socket) => {
  socket.setNoDelay();
  socket.on('error', () => undefined);
  socket.on(
    'data',
    answer((bytes, then) => socket.write(bytes, then)),
  );
});
sockets.once('listening', () =>
  plain.listen(0, '127.0.0.1', () =>
    process.stdout.write(`${sockets.address().port} ${plain.address().port}\n`),
  ),
);
