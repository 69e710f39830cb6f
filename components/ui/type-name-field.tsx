'use client';
import { useTranslations } from 'use-intl';
import { Foreign } from './foreign';
import { TextField } from './text-field';

/** Asks the person to type a name before something is deleted for good. */
export function TypeNameField({
  name,
  typed,
  onType,
}: {
  name: string;
  typed: string;
  onType: (text: string) => void;
}) {
  const t = useTranslations('ui');
  const code = () => (
    <code className="bg-sunken rounded-sm px-1 font-mono wrap-anywhere select-all">
      <Foreign text={name} />
    </code>
  );
  return (
    <TextField
      label={t.rich('typeName', { name: code })}
      value={typed}
      onChange={(event) => onType(event.target.value)}
      mono
    />
  );
}
