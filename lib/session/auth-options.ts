/**
 * The options of next-auth, which handles sign-in, sign-out and their CSRF token. We seal the cookie ourselves, and
 * `./read` reads it elsewhere without next-auth.
 */
import { hkdfSync } from 'node:crypto';
import type { AuthOptions, Session as AuthSession, User } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import credentialsProvider from 'next-auth/providers/credentials';
import { settings } from '@/lib/settings';
import { signInAwanio, signInDewavps, type SignInContext } from './sign-in';
import { sessionCookieName } from './cookies';
import { defaultExportOf } from './default-export';
import { isLive } from './read';
import { open, seal } from './seal';
import type { Session } from './session';
import { sessionCookie } from './shape';

export interface AuthContext extends SignInContext {
  /** Called with the session after a successful sign-in. */
  onSession(session: Session): void;
}

/** next-auth's User and JWT with our session in them; neither leaves the server. */
interface Carrier {
  session?: unknown;
  [claim: string]: unknown;
}

function sessionIn(carrier: Carrier | null | undefined): Session | undefined {
  const parsed = sessionCookie.safeParse(carrier?.session);
  return parsed.success ? parsed.data : undefined;
}

/** Seals only the session, without next-auth's own claims and its expiry. */
async function encode({ token }: { token?: JWT }): Promise<string> {
  const session = sessionIn(token);
  if (!session) throw new Error('no session to seal');
  return seal('session', session);
}

/** An ended session is null: next-auth would seal whatever this returns. */
async function decode({ token }: { token?: string }): Promise<JWT | null> {
  const session = sessionIn({ session: token ? await open('session', token) : undefined });
  return session && (await isLive(session)) ? { session } : null;
}

function cookie(name: string, secure: boolean) {
  return { name, options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure } };
}

/** Signs the CSRF token; derived, so that next-auth never holds the secret itself. */
function csrfSecret(): string {
  return Buffer.from(hkdfSync('sha256', settings().NUSA_SECRET, 'nusa', 'csrf', 32)).toString(
    'hex',
  );
}

/** The answer of GET /api/auth/session: a name, an identity, an end. */
function publicSession(
  session: Session | undefined,
  fallback: AuthSession,
): AuthSession & { identity?: string } {
  if (!session) return { expires: fallback.expires };
  return {
    user: { name: session.person.name },
    identity: session.identity,
    expires: new Date(session.expires).toISOString(),
  };
}

export function authOptions(context: AuthContext): AuthOptions {
  const credentials = defaultExportOf(credentialsProvider);
  const secure = settings().NUSA_TLS;
  const prefix = secure ? '__Secure-' : '';
  const signedIn = (session: Session): User & Carrier => {
    context.onSession(session);
    return { id: session.identity, name: session.person.name, session };
  };
  return {
    secret: csrfSecret(),
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: Math.round(settings().NUSA_SESSION_HOURS * 3600) },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    cookies: {
      sessionToken: cookie(sessionCookieName(), secure),
      callbackUrl: cookie(`${prefix}nusa.callback`, secure),
      csrfToken: cookie(`${secure ? '__Host-' : ''}nusa.csrf`, secure),
    },
    providers: [
      credentials({
        id: 'awanio',
        name: 'awanio',
        credentials: { username: {}, password: {} },
        authorize: async (given) => signedIn(await signInAwanio(given, context)),
      }),
      credentials({
        id: 'provider',
        name: 'provider',
        credentials: { username: {}, password: {} },
        authorize: async (given) => signedIn(await signInAwanio(given, context, 'AX7')),
      }),
      credentials({
        id: 'dewavps',
        name: 'dewavps',
        credentials: { label: {}, key: {} },
        authorize: async (given) => signedIn(await signInDewavps(given, context)),
      }),
    ],
    jwt: { encode, decode },
    callbacks: {
      jwt: ({ token, user }) => {
        const session = sessionIn({ ...user });
        return session ? { session } : token;
      },
      session: ({ session, token }) => publicSession(sessionIn(token), session),
    },
    // next-auth logs request metadata; our own log and answers hold what matters.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
