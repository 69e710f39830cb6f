/** What the notices of the bar share: `notice.tsx` tells one, `notices-button.tsx` shows them. */
import type { CalloutTone } from '@/components/ui/callout';
import { makeStore } from '@/lib/store';

interface Told {
  id: string;
  title: string;
  tone: CalloutTone;
}

/** The notices that there are, in the order in which they came. */
export const told = makeStore<readonly Told[]>([]);
/** The panel that they stand in. */
export const place = makeStore<HTMLElement | null>(null);
