import type { ReactNode } from 'react';

interface AuthPageProps {
  title: string;
  intro?: ReactNode;
  notice?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** The frame of a page for people who aren't signed in: a heading, a form in a panel, and links to other pages. */
export function AuthPage({ title, intro, notice, foot, children }: AuthPageProps) {
  return (
    <div className="mt-[6vh] mb-auto flex flex-col gap-4">
      <div>
        <h1 className="text-2xl">{title}</h1>
        {intro ? <p className="text-muted mt-1">{intro}</p> : null}
      </div>
      {notice}
      <div className="border-line bg-surface rounded-lg border p-5">{children}</div>
      {foot ? <div className="text-muted flex flex-col gap-1">{foot}</div> : null}
    </div>
  );
}

/** The props that Next gives to a page that reads its query. */
export interface QueryProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The value of a query parameter; empty if it is missing or repeated. */
export function singleValue(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
