/**
 * One viewer of a machine's screen: noVNC on a socket that we open. We open the socket ourselves because noVNC hides
 * its close code. The code of noVNC loads when it is first needed.
 */
import { lostReasonOf, type LostReason } from './console-state';
import type { ConnectionEvents } from './controller';
import { isTouch } from './pointer';
import type { Size } from './zoom';
import { consoleSocket } from './socket';
import type { Ticket } from './ticket';

/** Milliseconds that a connection may take from opening the socket to the first picture. */
const connectTimeout = 25_000;

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
  /** The picture's own size; the picture is drawn as large as the element that it was opened in. */
  size(): Size;
  /** Calls `then` now, and when the picture's own size has changed; the returned function ends it. */
  onSize(then: () => void): () => void;
  /** Clicks with the right mouse button at a point of the window. */
  rightClick(x: number, y: number): void;
  /** `true` sends neither keys nor mouse events to the machine. */
  viewOnly(on: boolean): void;
  focus(): void;
  /** The picture as a PNG file. */
  picture(): Promise<Blob | null>;
  close(): void;
}

/** What happens to a screen. */
export interface ScreenEvents extends ConnectionEvents {
  /** The guest has cut or copied this text. */
  copied(text: string): void;
  /** The server asks for a VNC password, and ours has more characters than VNC uses. @param length how many */
  passwordCut(length: number): void;
}

/** Most characters of a password of VNC (RFC 6143, section 7.2.2): the others count for nothing. */
const VNC_PASSWORD = 8;

/** Opens a machine's screen inside `target`. It resolves when the socket begins to connect; `events` tell the rest. */
export async function openScreen(
  target: HTMLElement,
  { ticket, password }: Ticket,
  events: ScreenEvents,
): Promise<Screen> {
  const { default: RFB } = await import('@novnc/novnc');
  const socket = consoleSocket(ticket);
  let code: number | null = null;
  let failed: LostReason | null = null;
  let over = false;
  socket.addEventListener('close', (event) => (code = event.code));
  // The password is given when it is asked for, since only the question tells whether all of it counts.
  const rfb = new RFB(target, socket, { shared: true });
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
  // A tap would take the focus from the text field of the phone's keyboard, and so close the keyboard.
  rfb.focusOnClick = !isTouch();
  rfb.addEventListener('connect', () => {
    clearTimeout(timer);
    events.open();
  });
  rfb.addEventListener('disconnect', end);
  let cut = false;
  rfb.addEventListener('securityfailure', () => (failed = cut ? 'login_cut' : 'login'));
  rfb.addEventListener('credentialsrequired', ({ detail: { types } }) => {
    if (password === null || types.join() !== 'password') return fail('login');
    cut = password.length > VNC_PASSWORD;
    if (cut) events.passwordCut(password.length);
    rfb.sendCredentials({ password });
  });
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
    size: () => ({ width: canvas?.width ?? 0, height: canvas?.height ?? 0 }),
    onSize(then) {
      then();
      const observer = new MutationObserver(then);
      if (canvas) observer.observe(canvas, { attributeFilter: ['width', 'height'] });
      return () => observer.disconnect();
    },
    rightClick(x, y) {
      const at = { clientX: x, clientY: y, button: 2, bubbles: true, cancelable: true };
      for (const [type, buttons] of [
        ['mousemove', 0],
        ['mousedown', 2],
        ['mouseup', 0],
      ] as const)
        canvas?.dispatchEvent(new MouseEvent(type, { ...at, buttons }));
    },
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
