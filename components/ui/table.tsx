import type {
  ComponentProps,
  HTMLAttributes,
  ReactNode,
  TdHTMLAttributes,
  ThHTMLAttributes,
} from 'react';
import { cx } from './cx';
import { isolatedNode } from './foreign';

/*
 * On narrow screens a row of a list is two lines (`data-brief`), whose cells say their place by `data-at`; what has none opens by
 * `RowMore`. Any other row becomes a stack of lines, `label: value`, where `label` is a prop of the cell. Both layouts change
 * `display`, which removes the native roles, so the roles are written out.
 */

/** A dense table. Only screen readers get the `caption`. */
export function Table({
  caption,
  className,
  children,
}: {
  caption: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <table
      role="table"
      data-stack
      aria-label={caption}
      className={cx('w-full border-collapse text-sm', className)}
    >
      {children}
    </table>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead
      role="rowgroup"
      className="bg-sunken text-muted sticky top-0 z-10 text-xs in-data-fits:top-12"
    >
      <tr role="row">{children}</tr>
    </thead>
  );
}

export function TableBody(props: HTMLAttributes<HTMLTableSectionElement>) {
  return <tbody role="rowgroup" {...props} className="divide-line divide-y" />;
}

export function TableRow({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr role="row" {...rest} className={cx('row', className)} />;
}

export function HeadCell({
  numeric,
  className,
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement> &
  Pick<CellProps, 'numeric' | 'data-actions' | 'data-pick'>) {
  return (
    <th
      role="columnheader"
      scope="col"
      {...rest}
      className={cx(
        'h-8 px-3 font-medium whitespace-nowrap shadow-[inset_0_-1px_var(--line)] md:px-2 xl:px-3', // a border would not move with a sticky cell
        numeric ? 'numeric' : 'text-left',
        className,
      )}
    />
  );
}

export interface CellProps extends TdHTMLAttributes<HTMLTableCellElement> {
  /** The column's name, shown beside the value on narrow screens. */
  label?: string;
  numeric?: boolean;
  /** The cell names the row: it is a row header, and the first line on narrow screens. */
  main?: boolean;
  /** The cell holds the row's menu. On narrow screens it is beside the row's name. */
  'data-actions'?: boolean;
  /** Where the cell stands in a row of two lines. */
  'data-at'?: string | undefined;
  /** The cell opens the rest of the row. */
  'data-more'?: boolean;
  /** The cell holds the row's checkbox. On narrow screens it is before the row's name. */
  'data-pick'?: boolean;
}

export function Cell({ label, numeric, main, className, children, ...rest }: CellProps) {
  const classes = cx('cell', numeric && 'numeric', main && 'text-left font-medium', className);
  // The box keeps the content together, since on narrow screens it stands beside the label.
  const content = <div>{isolatedNode(children)}</div>;
  if (main) {
    return (
      <th role="rowheader" scope="row" data-main data-label={label} {...rest} className={classes}>
        {content}
      </th>
    );
  }
  return (
    <td role="cell" data-label={label} {...rest} className={classes}>
      {content}
    </td>
  );
}
