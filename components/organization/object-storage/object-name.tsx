'use client';
import type { MouseEvent } from 'react';
import { plainClick } from '@/components/ui/plain-click';
import { TextLink } from '@/components/ui/text-link';
import { exactName } from './exact-name';
import type { Folder } from './use-folder';

/** A name of an object or folder, exactly: in its own direction, with every space, and with hidden characters as marks. */
export function ObjectName({ text }: { text: string }) {
  return <bdi className="break-all whitespace-pre-wrap">{exactName(text)}</bdi>;
}

/** A link to a folder of the bucket. A plain click shows it at once. */
export function FolderLink({
  folder,
  prefix,
  name,
  className,
}: {
  folder: Pick<Folder, 'href' | 'open'>;
  prefix: string;
  name: string;
  className?: string;
}) {
  const open = (event: MouseEvent) => {
    if (!plainClick(event.nativeEvent)) return;
    event.preventDefault();
    folder.open(prefix);
  };
  return (
    <TextLink href={folder.href(prefix)} onClick={open} className={className}>
      <ObjectName text={name} />
    </TextLink>
  );
}
