'use client';
/** Makes palette sources from resource definitions. */
import type { ReactNode } from 'react';
import { resourceIcons } from '@/components/parts/shell/resource-icons';
import { allows } from '@/components/parts/shell/scope-rules';
import type { Scope } from '@/components/parts/shell/scopes';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result, Row } from '@/lib/contract/types';
import type { AccountResource, Resource, Words } from '@/lib/resources/resource';
import type { StepProps } from './action-step';
import type { Entry, Step } from './entry';
import { source, type AnySource, type Source } from './source';

/** What a source adds to its resource definition. */
interface Extras<Item> {
  aside?: (row: Item) => ReactNode;
  step?: StepFor<Item, string>;
}

/** How the things of a source give their actions. */
export interface StepFor<Item, Where> {
  Step: (props: StepProps<Item, Where>) => ReactNode;
  /** The pages that are found without a thing's name. */
  parts?: readonly string[];
}

/** The entry with the list of its thing's actions. @param where the account's slug, or the group */
export function withStep<Item, Where>(
  { Step: Shown, parts }: StepFor<Item, Where>,
  entry: Entry,
  row: Item,
  where: Where,
): Entry {
  const step: Step = {
    id: entry.id,
    title: entry.label,
    parts,
    view: (show, live) => <Shown {...{ where, row, entry, show, live }} instead={show([])} />,
  };
  return { ...entry, step };
}

const present = (words: Words) => words.filter((word) => typeof word === 'string');

/** Makes a palette entry from a row. */
export function entryOf<R extends ReadRef, Named, Place>(
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

/** The source of a VPS account's resource. Accounts whose key may not read it are skipped. */
export function ofAccount<R extends ReadRef, Named>(
  of: AccountResource<R, Named> & { kind: keyof typeof resourceIcons },
  { aside, step }: Extras<Row<R> & Named> = {},
  rest: Pick<Source<R>, 'more' | 'blind'> = {},
): AnySource {
  const { pageSize: limit, sort } = of;
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
      return data.map((row) => {
        const entry = { ...entryOf(of, row, scope, scope.account), aside: aside?.(row) };
        return step ? withStep(step, entry, row, scope.account) : entry;
      });
    },
    ...rest,
  });
}
