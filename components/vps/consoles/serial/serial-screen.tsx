'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { nameOf } from '@/components/vps/instances/machine';
import { ConsolePage } from '../console-page';
import type { Availability } from '../console-state';
import { SerialViewer } from './serial-viewer';
import { useSerial } from './use-serial';

interface SerialScreenProps {
  instance: string;
  /** Whether the console can be opened, by the server's read of the machine. */
  availability: Availability;
  ownWindow: boolean;
}

/** The page of a machine's serial console. @param ownWindow whether the page is in its own window, without navigation */
export function SerialScreen({ instance, availability, ownWindow }: SerialScreenProps) {
  const t = useTranslations('serial');
  const [searching, setSearching] = useState(false);
  const copy = (text: string) => {
    if (text === '') return;
    void navigator.clipboard.writeText(text).then(
      () => toast({ title: t('copied') }),
      () => toast({ tone: 'danger', title: t('copyFailed') }),
    );
  };
  const serial = useSerial(instance, availability, {
    label: t('terminalName'),
    gap: (bytes) =>
      bytes === null
        ? t('gap.unknown')
        : t('gap.known', { kilobytes: Math.max(1, Math.round(bytes / 1024)) }),
    shortcut: (name, selected) => (name === 'copy' ? copy(selected) : setSearching(true)),
  });
  return (
    <ConsolePage {...{ instance, ownWindow }} kind="serial" serial console={serial}>
      <SerialViewer
        {...{ serial, instance, ownWindow, searching, copy }}
        name={serial.machine ? nameOf(serial.machine) : instance}
        onSearch={setSearching}
      />
    </ConsolePage>
  );
}
