/** What the path of a page names. Server only. */
import { decodePart } from '@/lib/contract/well-formed';

type Params = Partial<Record<string, string>>;

/** The parameters of a page or layout; they come percent-encoded, and are decoded here alone. */
export async function pageParams<P extends object>(params: Promise<P>): Promise<P> {
  const parts = Object.entries((await params) as Params).map(([name, value]) => [
    name,
    value === undefined ? value : decodePart(value),
  ]);
  return Object.fromEntries(parts) as P;
}
