'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { maasGroup, maasState } from './maas';

interface WordProps {
  /** MAAS's word. */
  word: string | null;
}

/** The state of a bare-metal machine. A word that MAAS hasn't is shown as the backend writes it. */
export function MetalStatus({ word, chip }: WordProps & { chip?: boolean }) {
  const t = useTranslations('bare-metal');
  const key = maasState(word);
  return (
    <Status group={maasGroup(word)} chip={chip}>
      {key ? t(`states.${key}.name`) : word || t('unknownState')}
    </Status>
  );
}

/** What a state means, in a sentence; nothing for a word that MAAS hasn't. */
export function MetalMeaning({ word }: WordProps) {
  const t = useTranslations('bare-metal');
  const key = maasState(word);
  return key ? t(`states.${key}.meaning`) : null;
}
