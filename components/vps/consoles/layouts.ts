/**
 * Keyboard layouts: which key makes which character, alone or with Shift or AltGr. They are the 105-key ISO layouts
 * that Linux calls `us`, `gb`, `de` and `fr`.
 */
/** The layouts that the viewer can choose from. */
export const layoutIds = ['text', 'us', 'uk', 'de', 'fr'] as const;
/** `text` sends characters, and the VNC server finds the keys. The others send the keys of that keyboard. */
export type LayoutId = (typeof layoutIds)[number];
/** The layouts that are keyboards. */
export type KeyboardId = Exclude<LayoutId, 'text'>;

/** Whether a value, for example from the browser's storage, is a layout. */
export function isLayout(value: unknown): value is LayoutId {
  return layoutIds.some((id) => id === value);
}

/** The key that makes a character, and the modifiers that it needs. */
export interface KeyPosition {
  /** A `KeyboardEvent.code`. */
  code: string;
  shift?: true;
  altGr?: true;
  /** The keysym if it is a dead key: it makes its character only after Space is pressed. */
  dead?: number;
}

const codes = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight Backslash',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote',
  'KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash IntlBackslash',
].flatMap((row) => row.split(' '));

interface Table {
  /** One character for each key, in the order of `codes`; a space when the key makes none. */
  plain: string;
  shift: string;
  altGr?: Record<string, string>;
  /** Characters of dead keys, which wait for the next key. */
  dead?: string;
}

const tables: Record<KeyboardId, Table> = {
  us: {
    plain: '`1234567890-=' + 'qwertyuiop[]\\' + "asdfghjkl;'" + 'zxcvbnm,./ ',
    shift: '~!@#$%^&*()_+' + 'QWERTYUIOP{}|' + 'ASDFGHJKL:"' + 'ZXCVBNM<>? ',
  },
  uk: {
    plain: '`1234567890-=' + 'qwertyuiop[]#' + "asdfghjkl;'" + 'zxcvbnm,./\\',
    shift: '¬!"£$%^&*()_+' + 'QWERTYUIOP{}~' + 'ASDFGHJKL:@' + 'ZXCVBNM<>?|',
    altGr: { Digit4: '€' },
  },
  de: {
    plain: '^1234567890ß´' + 'qwertzuiopü+#' + 'asdfghjklöä' + 'yxcvbnm,.-<',
    shift: '°!"§$%&/()=?`' + "QWERTZUIOPÜ*'" + 'ASDFGHJKLÖÄ' + 'YXCVBNM;:_>',
    altGr: {
      KeyQ: '@',
      KeyE: '€',
      KeyM: 'µ',
      Digit2: '²',
      Digit3: '³',
      Digit7: '{',
      Digit8: '[',
      Digit9: ']',
      Digit0: '}',
      Minus: '\\',
      BracketRight: '~',
      IntlBackslash: '|',
    },
    dead: '^´`',
  },
  fr: {
    plain: '²&é"\'(-è_çà)=' + 'azertyuiop^$*' + 'qsdfghjklmù' + 'wxcvbn,;:!<',
    shift: ' 1234567890°+' + 'AZERTYUIOP¨£µ' + 'QSDFGHJKLM%' + 'WXCVBN?./§>',
    altGr: {
      Digit2: '~',
      Digit3: '#',
      Digit4: '{',
      Digit5: '[',
      Digit6: '|',
      Digit7: '`',
      Digit8: '\\',
      Digit9: '^',
      Digit0: '@',
      Minus: ']',
      Equal: '}',
      KeyE: '€',
      BracketRight: '¤',
    },
    dead: '¨',
  },
};

/** X keysyms of the dead keys. */
const deadKeysyms: Record<string, number> = { '`': 0xfe50, '´': 0xfe51, '^': 0xfe52, '¨': 0xfe57 };

function build({ plain, shift, altGr = {}, dead = '' }: Table): ReadonlyMap<string, KeyPosition> {
  const places = new Map<string, KeyPosition>();
  const add = (char: string | undefined, place: KeyPosition) => {
    if (char === undefined || char === ' ') return;
    const keysym = dead.includes(char) ? deadKeysyms[char] : undefined;
    places.set(char, keysym === undefined ? place : { ...place, dead: keysym });
  };
  codes.forEach((code, index) => {
    add(shift[index], { code, shift: true });
    add(plain[index], { code });
  });
  for (const [code, char] of Object.entries(altGr)) add(char, { code, altGr: true });
  return places.set(' ', { code: 'Space' });
}

const built = new Map<KeyboardId, ReadonlyMap<string, KeyPosition>>();

/** The key of each character on a keyboard. It is built at the first call. */
export function keyboard(id: KeyboardId): ReadonlyMap<string, KeyPosition> {
  let places = built.get(id);
  if (!places) built.set(id, (places = build(tables[id])));
  return places;
}
