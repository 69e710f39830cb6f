import type { ReactNode } from 'react';
import { currentSession } from '@/lib/next/session';
import AuthLayout from '../(auth)/layout';
import ConsoleLayout from '../(console)/layout';

/** The frame around an address that doesn't exist: the console's, or the sign-in page's for whoever isn't signed in. */
export default async function NowhereLayout({ children }: { children: ReactNode }) {
  const Frame = (await currentSession()) ? ConsoleLayout : AuthLayout;
  return <Frame>{children}</Frame>;
}
