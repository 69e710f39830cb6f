/**
 * Keyboards: which key, with Shift or AltGr, makes which character. Facts of the ISO 105-key layouts that
 * Linux's `us`, `gb`, `de` and `fr` describe.
 */
export const layoutIds = ['text', 'us', 'uk', 'de', 'fr'] as const;
/** `text` names characters and leaves the keys to the machine's side; the others press a keyboard's keys. */
export type LayoutId = (typeof layoutIds)[number];
export type KeyboardId = Exclude<LayoutId, 'text'>;

export function isLayout(value: unknown): value is LayoutId {
  return layoutIds.some((id) => id === value);
}

export interface KeyPosition {
  /** A `KeyboardEvent.code`. */
  code: string;
  shift?: true;
  altGr?: true;
  /** The keysym of the dead key; Space after it makes the character itself. */
  dead?: number;
}

const codes = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight Backslash',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote',
  'KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash IntlBackslash',
].flatMap((row) => row.split(' '));

interface Table {
  /** One character a key, in the order of `codes`; a space where the key makes none. */
  plain: string;
  shift: string;
  altGr?: Record<string, string>;
  /** Characters that wait for the next key. */
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

/** Where each character of a keyboard is. */
export function keyboard(id: KeyboardId): ReadonlyMap<string, KeyPosition> {
  let places = built.get(id);
  if (!places) built.set(id, (places = build(tables[id])));
  return places;
}
