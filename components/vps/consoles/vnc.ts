/**
 * One viewer of a machine's screen: noVNC on a socket that we open. We open the socket ourselves because noVNC hides
 * its close code. The code of noVNC loads when it is first needed.
 */
import { lostReasonOf, type LostReason } from './console-state';
import type { Ticket } from './ticket';

/** Milliseconds that a connection may take from opening the socket to the first picture. */
const connectTimeout = 25_000;
/** The path of the socket (`lib/console/relay`), and the prefix of the sub-protocol that carries the ticket. */
const path = '/api/console/socket';
const protocol = 'nusa.ticket.';

/** A key as it is sent to the machine: an X keysym, and the `KeyboardEvent.code` of the key if it is known. */
export interface KeyPress {
  keysym: number;
  code: string | null;
}

/** The open screen of a machine. */
export interface Screen {
  /** Names the picture for screen readers, and lets the Tab key reach it. */
  describe(name: string, hintId: string): void;
  /** Releases keys, by `KeyboardEvent.code`, when the browser released them outside the picture. */
  release(codes: Iterable<string>): void;
  /** Presses (`true`) or releases (`false`) a key; without `down` it does both. */
  key(press: KeyPress, down?: boolean): void;
  /** Puts text into the guest's clipboard. */
  clipboard(text: string): void;
  /** `true` scales the picture to the space that there is, `false` shows it in its own size. */
  fit(on: boolean): void;
  /** `true` sends neither keys nor mouse events to the machine. */
  viewOnly(on: boolean): void;
  focus(): void;
  /** The picture as a PNG file. */
  picture(): Promise<Blob | null>;
  close(): void;
}

/** What happens to a screen. */
export interface ScreenEvents {
  open(): void;
  /** The connection is lost. It is called once, and never after `close()`. */
  dropped(why: LostReason): void;
  /** The guest has cut or copied this text. */
  copied(text: string): void;
}

function socketUrl(): string {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** Opens a machine's screen inside `target`. It resolves when the socket begins to connect; `events` tell the rest. */
export async function openScreen(
  target: HTMLElement,
  { ticket, password }: Ticket,
  events: ScreenEvents,
): Promise<Screen> {
  const { default: RFB } = await import('@novnc/novnc');
  const socket = new WebSocket(socketUrl(), ['binary', `${protocol}${ticket}`]);
  let code: number | null = null;
  let failed: LostReason | null = null;
  let over = false;
  socket.addEventListener('close', (event) => (code = event.code));
  const rfb = new RFB(target, socket, {
    shared: true,
    credentials: password === null ? undefined : { password },
  });
  const canvas = target.querySelector('canvas');
  const fail = (why: LostReason) => {
    failed ??= why;
    rfb.disconnect();
  };
  const timer = setTimeout(() => fail('backend_refused'), connectTimeout);
  const end = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    events.dropped(failed ?? lostReasonOf(code));
  };
  rfb.background = 'transparent';
  rfb.scaleViewport = true;
  rfb.addEventListener('connect', () => {
    clearTimeout(timer);
    events.open();
  });
  rfb.addEventListener('disconnect', end);
  rfb.addEventListener('securityfailure', () => (failed = 'login'));
  rfb.addEventListener('credentialsrequired', () => fail('login'));
  rfb.addEventListener('clipboard', ({ detail }) => events.copied(detail.text));
  return {
    describe(name, hintId) {
      if (!canvas) return;
      canvas.tabIndex = 0;
      canvas.setAttribute('role', 'application'); // With this role, screen readers pass keys on to the page.
      canvas.setAttribute('aria-label', name);
      canvas.setAttribute('aria-describedby', hintId);
    },
    release(codes) {
      for (const code of codes)
        canvas?.dispatchEvent(new KeyboardEvent('keyup', { code, key: code }));
    },
    key: ({ keysym, code: place }, down) => rfb.sendKey(keysym, place, down),
    clipboard: (text) => rfb.clipboardPasteFrom(text),
    fit: (on) => void (rfb.scaleViewport = on),
    viewOnly: (on) => void (rfb.viewOnly = on),
    focus: () => rfb.focus({ preventScroll: true }),
    picture: () => new Promise((resolve) => rfb.toBlob(resolve, 'image/png')),
    close() {
      if (over) return;
      over = true;
      clearTimeout(timer);
      rfb.disconnect();
    },
  };
}
