/**
 * One viewer of a machine's screen: our socket joined to noVNC, which loads when it is first needed.
 * The socket is ours rather than noVNC's, so that the code it closes with can be read.
 */
import { lostReasonOf, type LostReason } from './console-state';
import type { Ticket } from './ticket';

/** Milliseconds from the socket's dialling to the first picture. */
const connectTimeout = 25_000;
/** The socket of `lib/console/relay`, and the sub-protocol that carries the ticket. */
const path = '/api/console/socket';
const protocol = 'nusa.ticket.';

/** A key as it goes to the machine: an X keysym, and the place on the keyboard where that is known. */
export interface KeyPress {
  keysym: number;
  code: string | null;
}

export interface Screen {
  /** Names the picture for screen readers, and makes it a stop of the Tab key. */
  describe(name: string, hintId: string): void;
  /** Releases keys, by `KeyboardEvent.code`, whose release went elsewhere. */
  release(codes: Iterable<string>): void;
  /** Presses (`true`) or releases a key; presses and releases it without `down`. */
  key(press: KeyPress, down?: boolean): void;
  /** Offers text to the guest's clipboard. */
  clipboard(text: string): void;
  /** Shrinks and stretches the picture to the room there is, or shows it pixel by pixel. */
  fit(on: boolean): void;
  viewOnly(on: boolean): void;
  focus(): void;
  picture(): Promise<Blob | null>;
  close(): void;
}

export interface ScreenEvents {
  open(): void;
  /** Once; not after `close()`. */
  dropped(why: LostReason): void;
  /** Text that the guest has cut or copied. */
  cut(text: string): void;
}

function socketUrl(): string {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** Opens a machine's screen inside `target`. Settles when dialling has begun; `events` tell the rest. */
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
  rfb.addEventListener('clipboard', ({ detail }) => events.cut(detail.text));
  return {
    describe(name, hintId) {
      if (!canvas) return;
      canvas.tabIndex = 0;
      canvas.setAttribute('role', 'application'); // screen readers pass keys on
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
