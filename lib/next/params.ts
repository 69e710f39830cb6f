/** The path parameters of a page. Server only. */
import { decodePart } from '@/lib/contract/well-formed';

type Params = Partial<Record<string, string>>;

/** The parameters of a page or layout. Next passes them percent-encoded; only this function decodes them. */
export async function pageParams<P extends object>(params: Promise<P>): Promise<P> {
  const parts = Object.entries((await params) as Params).map(([name, value]) => [
    name,
    value === undefined ? value : decodePart(value),
  ]);
  return Object.fromEntries(parts) as P;
}
