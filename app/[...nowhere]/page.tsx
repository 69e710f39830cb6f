import { notFound } from 'next/navigation';
import { translator } from '@/lib/next/intl';

export async function generateMetadata() {
  return { title: (await translator('shell'))('notFoundTitle') };
}

/** Answers each address that no page has: 404, in the frame of the console. */
export default function Nowhere(): never {
  notFound();
}
