/** The socket of a console (`lib/console/relay`): its path, and the sub-protocol that carries the ticket. */
const path = '/api/console/socket';
const protocol = 'nusa.ticket.';

/** Opens the socket that a ticket is for. */
export function consoleSocket(ticket: string): WebSocket {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(url.href, ['binary', `${protocol}${ticket}`]);
}
