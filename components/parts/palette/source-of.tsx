'use client';
/** Makes palette sources from resource definitions. */
import type { ReactNode } from 'react';
import type { CreatePage } from '@/components/parts/shell/nav-entries';
import { resourceIcons } from '@/components/parts/shell/resource-icons';
import { allows } from '@/components/parts/shell/scope-rules';
import type { Scope } from '@/components/parts/shell/scopes';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result, Row } from '@/lib/contract/types';
import type { AccountResource, Resource, Words } from '@/lib/resources/resource';
import type { StepProps } from './action-step';
import { namesOf } from './create-words';
import type { Entry } from './entry';
import { source, type AnySource, type Source } from './source';

/** What a source adds to its resource definition. */
interface Extras<Item, Where> {
  aside?: (row: Item) => ReactNode;
  step?: StepFor<Item, Where>;
}

/** How the things of a source give their actions. */
interface StepFor<Item, Where> {
  Step: (props: StepProps<Item, Where>) => ReactNode;
  /** The list of the things, whose words name their kind. */
  list: CreatePage['id'];
  /** The ids of their actions and pages: their words alone find the things (`Step`). */
  verbs: readonly string[];
}

const present = (words: Words) => words.filter((word) => typeof word === 'string');

/** Makes a palette entry from a row. */
function entryOf<R extends ReadRef, Named, Place>(
  of: Resource<R, Named, Place> & { kind: keyof typeof resourceIcons },
  row: Row<R> & Named,
  { key, label }: Scope,
  place: Place,
): Entry {
  const Icon = resourceIcons[of.kind];
  const where = typeof place === 'string' ? `${place}/` : '';
  return {
    id: `${of.kind}/${where}${of.id(row)}`,
    label: of.name(row),
    detail: label,
    words: present(of.words(row)),
    icon: <Icon aria-hidden />,
    href: of.href(place, of.id(row)),
    scope: key,
  };
}

/**
 * Makes the function that makes a line of a row, with its state and the list of its actions where the kind has them. Its
 * `place` is the account's slug, or the group.
 */
export function lineOf<R extends ReadRef, Named, Place>(
  of: Resource<R, Named, Place> & { kind: keyof typeof resourceIcons },
  { aside, step }: Extras<Row<R> & Named, Place> = {},
) {
  return (row: Row<R> & Named, scope: Scope, place: Place): Entry => {
    const entry = { ...entryOf(of, row, scope, place), aside: aside?.(row) };
    if (!step) return entry;
    const { Step: Shown, list, verbs } = step;
    const where = place;
    return {
      ...entry,
      step: {
        ...{ id: entry.id, title: entry.label, verbs, names: namesOf(list) },
        view: (show, live) => <Shown {...{ where, row, entry, show, live }} instead={show([])} />,
      },
    };
  };
}

/** The source of a VPS account's resource. Accounts whose key may not read it are skipped. */
export function ofAccount<R extends ReadRef, Named>(
  of: AccountResource<R, Named> & { kind: keyof typeof resourceIcons },
  extras: Extras<Row<R> & Named, string> = {},
  rest: Pick<Source<R>, 'more' | 'blind'> = {},
): AnySource {
  const { pageSize: limit, sort } = of;
  const line = lineOf(of, extras);
  const query = limit === undefined ? {} : { query: { limit, page: 1, sort } };
  return source<R>({
    id: of.kind,
    all: (scope) =>
      scope.kind === 'account' && allows(scope, of.rights.read)
        ? { ref: of.ref, input: query as Input<R>, account: scope.account }
        : null,
    entries: (result, scope) => {
      if (scope.kind !== 'account') return [];
      const { data } = result as Result<R> & { data: (Row<R> & Named)[] };
      return data.map((row) => line(row, scope, scope.account));
    },
    ...rest,
  });
}
