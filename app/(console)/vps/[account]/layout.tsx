import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { decodePart } from '@/lib/contract/well-formed';
import { requireSession } from '@/lib/next/session';

/** Only accounts that this session holds a key of. */
export default async function AccountLayout({
  params,
  children,
}: {
  params: Promise<{ account: string }>;
  children: ReactNode;
}) {
  const [{ account }, session] = await Promise.all([params, requireSession()]);
  if (!session.accounts.some(({ slug }) => slug === decodePart(account))) notFound();
  return children;
}
