'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { TextField, type TextFieldProps } from './text-field';

/** A password field. It can show the password, and warns of Caps Lock. Give `autoComplete` for password managers. */
export function PasswordField({
  hint,
  onKeyUp,
  onBlur,
  ...rest
}: Omit<TextFieldProps, 'type' | 'end'>) {
  const t = useTranslations('ui');
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent<HTMLInputElement>) => {
    setCaps(event.getModifierState('CapsLock'));
    onKeyUp?.(event);
  };
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextField
      spellCheck={false}
      autoCapitalize="none"
      {...rest}
      type={shown ? 'text' : 'password'}
      onKeyUp={look}
      onBlur={(event) => {
        setCaps(false);
        onBlur?.(event);
      }}
      hint={
        caps ? (
          <>
            <strong className="text-warn font-medium">{t('capsLock')}</strong> {hint}
          </>
        ) : (
          hint
        )
      }
      end={
        <button
          type="button"
          aria-label={shown ? t('hidePassword') : t('showPassword')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="hover:text-ink -mr-1.5 rounded p-1.5"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      }
    />
  );
}
