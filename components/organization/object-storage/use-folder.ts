'use client';
/** The folder of a bucket that the URL names: `?prefix=photos/2024/&q=IMG_&sort=-size&page=2&token=…`. */
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { goTo, writeListState } from '@/components/parts/tables/use-list-state';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { pageOf } from '@/lib/resources/resource';
import { folderOf } from './folders';
import type { FolderSort, SortBy } from './whole';

export interface Folder {
  bucket: string;
  /** Its whole name, with the slash at its end; empty for the top of the bucket. */
  name: string;
  /** What names in it begin with, as the person searches. */
  start: string;
  /** How the whole folder is sorted; null for the storage's own order, which is by name and needs no reading. */
  sort: FolderSort | null;
  /** Leaves the order to the storage. */
  unsort: () => void;
  /** From 1. */
  page: number;
  /** What the storage's own page is asked with; empty for the first one. */
  token: string;
  /** The URL of a folder of this bucket. */
  href: (prefix: string) => string;
  /** Shows a folder without asking the server for the page again. */
  open: (prefix: string) => void;
  /** Shows another page of this folder. */
  turn: (page: number, token: string) => void;
  /** Whether the person came to this folder by a link of the page, so that the focus goes to it. */
  moved: boolean;
}

/** The query string of a page. The token counts from the second page on, so a new search drops it with the page. */
export function pageSearch(search: string, page: number, token: string): string {
  const next = new URLSearchParams(search);
  next.delete('page');
  next.delete('token');
  if (page > 1) {
    next.set('page', String(page));
    if (token !== '') next.set('token', token);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

const columns: readonly SortBy[] = ['name', 'size', 'modified'];

/** How `?sort=` asks to sort: `-size`. Names from the first to the last are the storage's own order. */
export function sortOf(asked: string | null): FolderSort | null {
  const desc = asked?.startsWith('-') ?? false;
  const by = columns.find((each) => each === asked?.slice(desc ? 1 : 0));
  return by === undefined || (by === 'name' && !desc) ? null : { by, desc };
}

/** Reads the folder from the URL. */
export function useFolder(bucket: string): Folder {
  const scope = useGroup();
  const params = useSearchParams();
  const [moved, setMoved] = useState(false);
  return useMemo(() => {
    const page = pageOf(params);
    const href = (prefix: string) => paths.bucket(scope, bucket, { prefix });
    return {
      bucket,
      name: folderOf(params.get('prefix')),
      start: params.get('q') ?? '',
      sort: sortOf(params.get('sort')),
      unsort: () => goTo(writeListState(window.location.search, { sort: null }), false),
      page,
      token: page > 1 ? (params.get('token') ?? '') : '',
      href,
      open: (prefix) => {
        setMoved(true);
        goTo(new URL(href(prefix), window.location.href).search, true);
      },
      turn: (to, token) => {
        goTo(pageSearch(window.location.search, to, token), true);
        window.scrollTo(0, 0); // a page of a thousand lines begins at its first
      },
      moved,
    };
  }, [scope, bucket, params, moved]);
}
