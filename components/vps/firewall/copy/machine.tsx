import type { ReactNode } from 'react';

interface MachineProps {
  name: string;
  /** Stands beside the name. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The box of one machine: its name, and what happens to it. */
export function Machine({ name, aside, children }: MachineProps) {
  return (
    <section aria-label={name} className="border-line rounded-md border">
      <h3 className="border-line bg-sunken flex flex-wrap items-center justify-between gap-2 border-b px-3 py-2 font-medium">
        <span className="min-w-0 break-all">{name}</span>
        {aside}
      </h3>
      <div className="flex flex-col gap-2 p-3">{children}</div>
    </section>
  );
}
