/** What the tables of dashboards share. */
import type { ReactNode } from 'react';
import type { Column } from '@/components/parts/tables/columns';
import { TextLink } from '@/components/ui/text-link';

/** A column with the name of a row, which links to the row's page if it has one. */
export const linked = <Row extends { name: string; href: string | null }>(
  id: string,
  header: string,
): Column<Row> => ({
  id,
  header,
  main: true,
  cell: ({ name, href }) => (href ? <TextLink href={href}>{name}</TextLink> : name),
});

/** The line under a table that says how many rows it doesn't show. Renders nothing without children. */
export function More({ children }: { children: ReactNode }) {
  if (children === null) return null;
  return <p className="border-line text-faint border-t px-3 py-2 text-sm">{children}</p>;
}
