import { isLocale } from '@/lib/intl/locales';
import { scriptAt } from '@/lib/intl/scripts';

interface Context {
  params: Promise<{ locale: string; namespaces: string }>;
}

/** Answers with the messages of some namespaces as a script. `?v=` is their version, see `messageScript`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, namespaces } = await params;
  const names = decodeURIComponent(namespaces);
  const version = new URL(request.url).searchParams.get('v') ?? '';
  const asked =
    isLocale(locale) &&
    /^[a-z]+(?:[-+][a-z]+){0,15}$/.test(names) &&
    /^[0-9a-f]{12}$/.test(version);
  const script = asked ? await scriptAt(locale, names.split('+'), version) : null;
  if (!script) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(script.text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': script.current ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  });
}
