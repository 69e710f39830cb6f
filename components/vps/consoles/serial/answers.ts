/**
 * What a terminal answers by itself: the guest asks with an escape sequence for the cursor, the terminal's kind, a mode
 * or a colour. The answer is input to the guest, so it may only be given when somebody is there (`SerialOutput`).
 */
import type { IDisposable, IFunctionIdentifier, Terminal } from '@xterm/xterm';

/** CSI sequences that ask something: device attributes, status, modes, version, window and keyboard reports. */
const asking: readonly IFunctionIdentifier[] = [
  { final: 'c' },
  { prefix: '>', final: 'c' },
  { prefix: '=', final: 'c' },
  { final: 'n' },
  { prefix: '?', final: 'n' },
  { intermediates: '$', final: 'p' },
  { prefix: '?', intermediates: '$', final: 'p' },
  { prefix: '>', final: 'q' },
  { final: 't' },
  { final: 'x' },
  { prefix: '?', final: 'u' },
];
/** OSC sequences of colours. With a `?` they ask. */
const colours = [4, 5, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
/** The OSC sequence that reads or writes the clipboard: a guest may do neither. */
const CLIPBOARD = 52;
/** What a terminal says when it gets or loses the focus. */
const FOCUS_REPORT = /^\u001b\[[IO]$/;

/** Whether a terminal said this by itself although nobody typed it: the answers aren't all of them. */
export const isFocusReport = (data: string): boolean => FOCUS_REPORT.test(data);

/** Keeps a terminal from answering while `allowed` says no, and from touching the clipboard at any time. */
export function guardAnswers({ parser }: Terminal, allowed: () => boolean): IDisposable[] {
  const swallow = () => !allowed();
  return [
    ...asking.map((id) => parser.registerCsiHandler(id, swallow)),
    parser.registerDcsHandler({ intermediates: '$', final: 'q' }, swallow),
    parser.registerDcsHandler({ intermediates: '+', final: 'q' }, swallow),
    ...colours.map((id) =>
      parser.registerOscHandler(id, (data) => data.includes('?') && swallow()),
    ),
    parser.registerOscHandler(CLIPBOARD, () => true),
  ];
}
