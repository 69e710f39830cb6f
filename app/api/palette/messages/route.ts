import { paletteNamespaces } from '@/components/palette/messages';
import { negotiateLocale } from '@/lib/intl/locales';
import { messages } from '@/lib/intl/messages';

/** The palette's words in `?locale=`; they are no secret, and change with the console's version alone. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = negotiateLocale(asked ?? undefined, request.headers.get('accept-language'));
  const tree = await messages(locale, paletteNamespaces);
  return Response.json(tree, { headers: { 'cache-control': 'no-store' } });
}
