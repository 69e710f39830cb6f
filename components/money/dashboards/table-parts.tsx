/** What the tables of dashboards have in common. */
import type { ReactNode } from 'react';
import type { Column } from '@/components/parts/tables/columns';
import { TextLink } from '@/components/ui/text-link';

/** The column that names a row, and leads to its page where it has one. */
export const linked = <Row extends { name: string; href: string | null }>(
  id: string,
  header: string,
): Column<Row> => ({
  id,
  header,
  main: true,
  cell: ({ name, href }) => (href ? <TextLink href={href}>{name}</TextLink> : name),
});

/** Under a table: how many rows it doesn't show; nothing where it shows all. */
export function More({ children }: { children: ReactNode }) {
  if (children === null) return null;
  return <p className="border-line text-faint border-t px-3 py-2 text-sm">{children}</p>;
}
