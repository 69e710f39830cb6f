/** Shows the names of objects exactly. A store takes any character, and two names may differ by one that can't be seen. */
import { codePoint } from '@/lib/contract/reading/marks';
import { withMarks } from '@/lib/intl/foreign';

/** White space that looks like a plain space or like a new line, and spaces at the ends, where nobody sees them. */
const unseen = /[\t\n\r\u0085]|(?! )\p{Zs}|^ +| +$/gu;

/** The name with marks in place of what can't be seen: `report⟨U+00A0⟩1`, `⟨U+0020⟩a`. Spaces inside stay. */
export const exactName = (name: string): string =>
  withMarks(name).replace(unseen, (found) =>
    [...found].map((one) => `⟨${codePoint(one)}⟩`).join(''),
  );
