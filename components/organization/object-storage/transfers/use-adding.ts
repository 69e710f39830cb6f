'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { transfersAsked } from '@/lib/query/transfers-asked';
import type { Added, OnExisting } from './engine';
import type { Slices } from './gather';
import { panelOpen, transfersOf } from './page-transfers';
import type { Chosen } from './upload';
import { keysIn } from './upload-calls';
import { folderOfKey, freeKey } from './upload-key';

/** Folders that are looked into before files are added, and pages of each. What is behind them is found when it is sent. */
const mostFolders = 30;
const mostPages = 5;
/** Files that are added between two rests. To keep 500 of them in IndexedDB held the page up for 104 ms. */
const sliceSize = 100;

/** A question about names that exist already. */
export interface Question {
  /** Their keys. */
  existing: readonly string[];
  onAnswer: (how: OnExisting | null) => void;
}

/** How far it is: how many files were read, or that their names are looked up; null while nothing is added. */
export type Stage = number | 'looking' | null;

const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Adds files to the uploads of the page, after it has asked about names that exist. */
export function useAdding(bucket: string) {
  const t = useTranslations('transfers');
  const scope = useGroup();
  const { identity } = usePerson();
  const [stage, setStage] = useState<Stage>(null);
  const [question, setQuestion] = useState<Question | null>(null);

  const read = async (slices: Slices) => {
    const all: Chosen[] = [];
    setStage(0);
    for await (const slice of slices) {
      all.push(...slice);
      setStage(all.length);
    }
    return all;
  };

  /** The keys that stand in the folders of these ones. */
  const standing = async (keys: readonly string[]) => {
    setStage('looking');
    const folders = [...new Set(keys.map(folderOfKey))].slice(0, mostFolders);
    const found = new Set<string>();
    try {
      for (const folder of folders)
        for (const key of await keysIn(scope, bucket, folder, mostPages)) found.add(key);
    } catch {
      toast({ title: t('area.lookFailed') }); // each is looked up again when it is sent
    }
    return found;
  };

  const ask = (existing: readonly string[]) =>
    new Promise<OnExisting | null>((resolve) =>
      setQuestion({
        existing,
        onAnswer: (how) => {
          setQuestion(null);
          resolve(how);
        },
      }),
    );

  const put = async (files: readonly Added[]) => {
    const transfers = transfersOf(identity);
    transfersAsked.set(true);
    let added = 0;
    for (let from = 0; from < files.length; from += sliceSize) {
      added += transfers.add(files.slice(from, from + sliceSize));
      await rest();
    }
    if (added === 0) return toast({ title: t('area.nothing') });
    toast({
      title: t('area.added', { count: added }),
      action: { label: t('show'), onSelect: () => panelOpen.set(true) },
      lasts: 6_000,
    });
  };

  const decided = async (chosen: readonly Chosen[], into: string) => {
    const keyOf = ({ path }: Chosen) => into + path;
    const found = await standing(chosen.map(keyOf));
    const files = chosen.filter(({ folder }) => !folder);
    const existing = files.map(keyOf).filter((key) => found.has(key));
    const how = existing.length > 0 ? await ask(existing) : 'skip';
    if (how === null) return [];
    const taken = new Set([...found, ...chosen.map(keyOf)]);
    return chosen.flatMap((each): Added[] => {
      let key = keyOf(each);
      const there = found.has(key);
      if (there && (how === 'skip' || each.folder)) return [];
      if (there && how === 'both') {
        key = freeKey(key, (free) => taken.has(free));
        taken.add(key);
      }
      const target = { scope, bucket, key };
      return [{ target, chosen: each, replace: there && how === 'replace' }];
    });
  };

  /** @param into the folder that is open, with its slash; empty for the top */
  const add = async (slices: Slices, into: string) => {
    try {
      const chosen = await read(slices);
      if (chosen.length === 0) return;
      const files = await decided(chosen, into);
      if (files.length > 0) await put(files);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      toast({ tone: 'danger', title: t('area.failed'), text: t('area.failedText') });
    } finally {
      setStage(null);
    }
  };
  return { add, stage, question };
}
