'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Foreign } from '@/components/ui/foreign';
import { IconButton } from '@/components/ui/icon-button';
import { asSeen } from '@/lib/format/compare-text';
import { keepViews, keptViews, viewQuery, withName, withView, type View } from './views';
import { goTo } from './use-list-state';

/** The longest name of a view. */
const most = 60;

/** A person's saved views of a list, and functions that change them. */
function useViews(identity: string, id: string) {
  const [views, setViews] = useState(() => keptViews(identity, id));
  const set = (next: readonly View[]) => {
    keepViews(identity, id, next);
    setViews(next);
  };
  // Another tab may have saved some since this one rendered.
  const now = () => keptViews(identity, id);
  return {
    views,
    save: (view: View) => set(withView(now(), view)),
    remove: (name: string) => set(now().filter((view) => view.name !== name)),
    /** @returns false if another view has that name */
    rename: (from: string, to: string) => {
      const next = withName(now(), from, to);
      if (next) set(next);
      return next !== null;
    },
  };
}

/**
 * A person's saved views of a list: open, rename, delete, and save the current state as a new one.
 * @param label of the field with the name of a new one; by default the one of lists
 * @param onChosen called after a view was opened
 */
export function SavedViews({
  identity,
  id,
  label,
  onChosen,
}: {
  identity: string;
  id: string;
  label?: string;
  onChosen: () => void;
}) {
  const { views, save, remove, rename } = useViews(identity, id);
  const [renaming, setRenaming] = useState<string | null>(null);
  /** The view that was just renamed; it takes the focus. */
  const [renamed, setRenamed] = useState<string | null>(null);
  const begin = (name: string) => {
    setRenaming(name);
    setRenamed(null);
  };
  const end = (name: string) => {
    setRenaming(null);
    setRenamed(name);
  };
  const onRename = (from: string, to: string) => {
    const taken = !rename(from, to);
    if (!taken) end(to);
    return !taken;
  };
  return (
    <>
      {views.length === 0 ? null : (
        <ul className="-mx-1.5">
          {views.map(({ name, query }) =>
            name === renaming ? (
              <li key={name} className="px-1.5 py-1">
                <Rename
                  name={name}
                  onRename={(to) => onRename(name, to)}
                  onCancel={() => end(name)}
                />
              </li>
            ) : (
              <SavedView
                key={name}
                view={{ name, query }}
                focus={name === renamed}
                onChoose={() => {
                  goTo(query, true);
                  onChosen();
                }}
                onRename={() => begin(name)}
                onDelete={() => remove(name)}
              />
            ),
          )}
        </ul>
      )}
      <SaveView
        label={label}
        onSave={(name) => save({ name, query: viewQuery(window.location.search) })}
      />
    </>
  );
}

/** Saves the current state of the list under a name. */
function SaveView({
  label,
  onSave,
}: {
  label: string | undefined;
  onSave: (name: string) => void;
}) {
  const t = useTranslations('ui.table');
  const field = useId();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = nameIn(event.currentTarget);
    if (name === '') return;
    onSave(name);
    event.currentTarget.reset();
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-1">
      <label htmlFor={field} className="text-muted">
        {label ?? t('viewName')}
      </label>
      <span className="flex gap-2">
        <input
          id={field}
          name="name"
          required
          maxLength={most}
          autoComplete="off"
          className="field"
        />
        <Button type="submit">{t('viewSave')}</Button>
      </span>
    </form>
  );
}

const takeFocus = (element: HTMLElement | null) => element?.focus();
const selectAll = (input: HTMLInputElement | null) => input?.select();
const nameIn = (form: HTMLFormElement) => asSeen(String(new FormData(form).get('name') ?? ''));

function SavedView({
  view: { name, query },
  focus,
  onChoose,
  onRename,
  onDelete,
}: {
  view: View;
  /** It was just renamed. */
  focus: boolean;
  onChoose: () => void;
  onRename: () => void;
  onDelete: () => void;
}) {
  const t = useTranslations('ui.table');
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        aria-current={query === viewQuery(window.location.search) || undefined}
        onClick={onChoose}
        className="hover:bg-hover aria-current:text-accent-text min-h-7 min-w-0 grow rounded-sm px-1.5 text-left break-words aria-current:font-medium"
      >
        <Foreign text={name} />
      </button>
      <IconButton
        ref={focus ? takeFocus : undefined}
        size="sm"
        label={t('viewRename', { name })}
        icon={<Pencil aria-hidden />}
        onClick={onRename}
      />
      <IconButton
        size="sm"
        label={t('viewDelete', { name })}
        icon={<Trash2 aria-hidden />}
        onClick={onDelete}
      />
    </li>
  );
}

/** A field that renames a view in place. Escape cancels. */
function Rename({
  name,
  onRename,
  onCancel,
}: {
  name: string;
  /** @returns false if another view has that name */
  onRename: (to: string) => boolean;
  onCancel: () => void;
}) {
  const t = useTranslations('ui.table');
  const ui = useTranslations('ui');
  const [taken, setTaken] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const to = nameIn(event.currentTarget);
    if (to === '') return;
    if (onRename(to)) return;
    setTaken(true);
    takeFocus(event.currentTarget.querySelector('input'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} className="flex flex-col gap-1.5">
      <Field label={t('viewRenamed')} error={taken ? t('viewTaken') : null}>
        {(control) => (
          <input
            {...control}
            ref={selectAll}
            name="name"
            required
            maxLength={most}
            autoComplete="off"
            defaultValue={name}
            onChange={() => setTaken(false)}
            className="field"
          />
        )}
      </Field>
      <span className="flex gap-2">
        <Button type="submit" size="sm" variant="primary">
          {t('viewRenameSave')}
        </Button>
        <Button size="sm" onClick={onCancel}>
          {ui('cancel')}
        </Button>
      </span>
    </form>
  );
}
