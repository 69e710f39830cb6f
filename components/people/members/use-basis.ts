'use client';
import { useState } from 'react';
import { changedMeanwhile, idOf, type Differs, type Member } from './member';

/** The members that a dialog is about, as the person last saw them. */
export interface Basis {
  members: readonly Member[];
  /** The whole list; null while the page has only its beginning. */
  list: readonly Member[] | null;
  /** What somebody else changed when the list was read last. */
  differs: readonly Differs[];
  /**
   * Compares the list of now with what was shown, and shows that of now. @param ids whom to look at
   * @returns whether nothing was changed, so that it may be written
   */
  check: (now: readonly Member[], ids: readonly string[]) => boolean;
}

/** Keeps what a dialog shows of members, so that nothing is written over what another admin changed meanwhile. */
export function useBasis(given: readonly Member[], whole: readonly Member[] | null): Basis {
  const [members, setMembers] = useState(given);
  const [list, setList] = useState(whole);
  const [differs, setDiffers] = useState<readonly Differs[]>([]);
  const check: Basis['check'] = (now, ids) => {
    const found = changedMeanwhile(
      members.filter((member) => ids.includes(idOf(member))),
      now,
    );
    const byId = new Map(now.map((member) => [idOf(member), member]));
    setList(now);
    setDiffers(found);
    if (found.length > 0) setMembers(members.flatMap((member) => byId.get(idOf(member)) ?? []));
    return found.length === 0;
  };
  return { members, list, differs, check };
}
