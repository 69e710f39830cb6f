import { CopyButton } from '@/components/ui/copy-button';
import { locales, localeNames } from '@/lib/intl/locales';
import { tryRead } from '@/lib/next/backend';
import { translator, translatorIn } from '@/lib/next/intl';
import type { Session } from '@/lib/session/session';
import { settings } from '@/lib/settings';

/** The person's uuid. A sign-in whose profile couldn't be read knows only the user name, so A04 is asked again then. */
async function memberIdOf(session: Session): Promise<string | null> {
  const known = session.awanio?.user.uuid;
  if (known !== undefined && !known.startsWith('@')) return known;
  return (await tryRead('A04', {})).data?.uuid ?? null;
}

/** Shows the ID by which an admin adds this person, and a text to send, in every language of the console. */
export async function MemberId({ session }: { session: Session }) {
  const [t, id] = await Promise.all([translator('account'), memberIdOf(session)]);
  if (id === null) return <p>{t('member.unknown')}</p>;
  const given = { provider: settings().NUSA_AWANIO_LABEL, id };
  const texts = await Promise.all(
    locales.map(async (language) => ({
      language,
      text: (await translatorIn(language, 'account'))('member.text', given),
    })),
  );
  return (
    <>
      <p className="text-muted">{t('member.intro')}</p>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-faint">{t('member.id')}</span>
        <code className="font-mono break-all select-all">{id}</code>
        <CopyButton text={id} label={t('member.copy')} words />
      </p>
      <h3 className="mt-4 text-base">{t('member.ready')}</h3>
      <ul className="mt-2 flex flex-col gap-2">
        {texts.map(({ language, text }) => (
          <li
            key={language}
            className="border-line bg-sunken flex items-start justify-between gap-2 rounded-md border p-2"
          >
            <span lang={language} className="min-w-0 break-words">
              {text}
            </span>
            <CopyButton
              text={text}
              label={t('member.copyText', { language: localeNames[language] })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
