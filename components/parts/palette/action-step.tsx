'use client';
/** Makes the palette's list of a thing's actions from the actions that its row menu has, too. */
import { ArrowUpRight } from 'lucide-react';
import { useEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { useActionHost } from '@/components/parts/actions/use-action-host';
import type { Entry, ShowEntries } from './entry';

/** What the list of a thing's actions is made of. */
export interface StepProps<Row, Where> {
  where: Where;
  row: Row;
  /** The line of the thing itself. */
  entry: Entry;
  show: ShowEntries;
  /** Whether the thing is read again. */
  live: boolean;
  /** In its place if its code didn't come (`lazyNamed`). */
  instead: ReactNode;
}

/** How things of one kind give their actions. */
interface StepOf<Row, Where> {
  identity: RowIdentity<Row>;
  /** The actions, inside `Around`. */
  useActions: (where: Where) => readonly Action<Row>[];
  /** Its state now; the row as it is listed without it. */
  useRow?: (row: Row, live: boolean) => Row;
  /** Its further pages. */
  useParts?: (row: Row) => readonly Entry[];
  /** The account or group in which its actions are made. */
  Around: ComponentType<{ where: Where; children: ReactNode }>;
}

const asListed = <Row,>(row: Row) => row;
const noParts = (): readonly Entry[] => [];

/** Makes the component that lists the actions of one thing. An action that isn't possible now says why. */
export function actionStep<Row, Where>({
  identity,
  useActions,
  useRow = asListed,
  useParts = noParts,
  Around,
}: StepOf<Row, Where>): (props: StepProps<Row, Where>) => ReactNode {
  /** Runs one action when it is mounted. It opens the action's dialog first if there is one. */
  function RunAction({ id, where, row }: { id: string; where: Where; row: Row }) {
    const actions = useActions(where);
    const { perform, dialog } = useActionHost(identity);
    const started = useRef(false);
    useEffect(() => {
      const action = actions.find((each) => each.id === id);
      if (started.current || !action) return;
      started.current = true;
      perform(action, row);
    }, [actions, id, row, perform]);
    return dialog;
  }

  function Actions({ where, row: listed, entry, show, live }: StepProps<Row, Where>) {
    const t = useTranslations('palette');
    const actions = useActions(where);
    const row = useRow(listed, live);
    const parts = useParts(row);
    const { href, detail, scope } = entry;
    const open: Entry = {
      ...{ href, detail, scope },
      id: entry.id,
      label: t('open'),
      name: identity.name(row),
      icon: <ArrowUpRight aria-hidden />,
    };
    const entries = actions.map(({ id, label, icon, danger = false, ...action }): Entry => {
      const { onBlocked } = action;
      const common = {
        ...{ id: `do/${id}`, verb: id, label, icon, danger, onBlocked },
        reason: action.reason(row),
        asks: Boolean(action.dialog ?? action.confirm),
      };
      if (action.href) return { ...common, href: action.href(row) };
      const then = (
        <Around where={where}>
          <RunAction {...{ id, where, row }} />
        </Around>
      );
      return { ...common, then };
    });
    return show([
      { id: 'open', label: t('groups.open'), entries: [open, ...parts] },
      { id: 'do', label: t('groups.actions'), entries },
    ]);
  }

  return function ActionStep(props) {
    return (
      <Around where={props.where}>
        <Actions {...props} />
      </Around>
    );
  };
}
