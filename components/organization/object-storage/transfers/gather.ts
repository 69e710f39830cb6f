/**
 * Reads what was dropped or chosen: files, and folders with all that is in them. Slice by slice, so that 10,000 files don't
 * hold the page up. Names are kept exactly.
 */
import type { Chosen } from './upload';

/** Gets slices of what was found. */
export type Slices = AsyncGenerator<Chosen[], void, void>;

const sliceSize = 250;

const ofFile = (file: File, path: string, handle?: FileSystemFileHandle): Chosen => ({
  path,
  size: file.size,
  modified: file.lastModified,
  type: file.type,
  file,
  ...(handle ? { handle } : {}),
});

const emptyFolder = (path: string): Chosen => ({
  path: `${path}/`,
  size: 0,
  modified: 0,
  type: '',
  file: null,
  folder: true,
});

/** Lets the browser do something else. */
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Puts what comes one by one into slices. */
async function* sliced(found: AsyncGenerator<Chosen>): Slices {
  let slice: Chosen[] = [];
  for await (const each of found) {
    slice.push(each);
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
    await rest();
  }
  if (slice.length > 0) yield slice;
}

async function* ofHandle(handle: FileSystemHandle, path: string): AsyncGenerator<Chosen> {
  if (handle.kind === 'file') {
    const file = handle as FileSystemFileHandle;
    yield ofFile(await file.getFile(), path, file);
    return;
  }
  let none = true;
  for await (const child of (handle as FileSystemDirectoryHandle).values()) {
    none = false;
    yield* ofHandle(child, `${path}/${child.name}`);
  }
  if (none) yield emptyFolder(path);
}

/** All entries of a folder; the browser gives some at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** The handle of what is in a folder; null where the browser gives none, as for names that some systems can't have. */
const within = (folder: FileSystemHandle, { isFile, name }: FileSystemEntry) => {
  const parent = folder as FileSystemDirectoryHandle;
  const found: Promise<FileSystemHandle> = isFile
    ? parent.getFileHandle(name)
    : parent.getDirectoryHandle(name);
  return found.catch(() => null);
};

/** What an entry holds. Entries list every name; the handles beside them leave some out, so they only come along. */
async function* ofEntry(
  entry: FileSystemEntry,
  path: string,
  handle: FileSystemHandle | null,
): AsyncGenerator<Chosen> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    yield ofFile(file, path, (handle as FileSystemFileHandle | null) ?? undefined);
    return;
  }
  const children = await childrenOf(entry as FileSystemDirectoryEntry);
  if (children.length === 0) yield emptyFolder(path);
  for (const child of children)
    yield* ofEntry(child, `${path}/${child.name}`, handle && (await within(handle, child)));
}

/** A dropped thing, in all the ways in which the browser gives it. They must be asked for while it is dropped. */
interface Dropped {
  file: File | null;
  entry: FileSystemEntry | null;
  handle: Promise<FileSystemHandle | null> | null;
}

type WithHandle = DataTransferItem & {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
};

const droppedOf = (item: WithHandle): Dropped => ({
  file: item.getAsFile(),
  entry: item.webkitGetAsEntry(),
  handle: item.getAsFileSystemHandle?.().catch(() => null) ?? null,
});

async function* ofDropped(all: readonly Dropped[]): AsyncGenerator<Chosen> {
  for (const { file, entry, handle } of all) {
    const found = await handle;
    if (entry) yield* ofEntry(entry, entry.name, found);
    else if (found) yield* ofHandle(found, found.name);
    else if (file) yield ofFile(file, file.name);
  }
}

/** What was dropped. Call it in the event itself. */
export function fromDrop({ items }: DataTransfer): Slices {
  const all = [...items].filter(({ kind }) => kind === 'file').map(droppedOf);
  return sliced(ofDropped(all));
}

async function* ofList(files: readonly File[]): AsyncGenerator<Chosen> {
  for (const file of files) yield ofFile(file, file.webkitRelativePath || file.name);
}

/** What was chosen by a field, or pasted. */
export const fromFiles = (files: Iterable<File>): Slices => sliced(ofList([...files]));

/** Whether files are being dragged, and not text or a link. */
export const dragsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

type Picker = Window & {
  showOpenFilePicker?: (options: { multiple: boolean }) => Promise<FileSystemFileHandle[]>;
};

/** The browser's field for files, for browsers without a picker that gives handles. Null if nothing was chosen. */
function byField(folder: boolean): Promise<Slices | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.webkitdirectory = folder;
    field.addEventListener('change', () => resolve(fromFiles(field.files ?? [])));
    field.addEventListener('cancel', () => resolve(null));
    field.click();
  });
}

/**
 * Lets the person choose files, or a folder. For files, a picker that gives handles goes first: by them, an upload goes on after a
 * reload without the file being chosen again. A folder is chosen by the field, since the handles of a folder leave out files
 * whose names some systems can't have.
 * @returns null if nothing was chosen
 */
export async function choose(folder: boolean): Promise<Slices | null> {
  const { showOpenFilePicker } = window as Picker;
  if (folder || !showOpenFilePicker) return byField(folder);
  try {
    const handles = await showOpenFilePicker.call(window, { multiple: true });
    return sliced(
      (async function* () {
        for (const handle of handles) yield* ofHandle(handle, handle.name);
      })(),
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    return byField(folder); // the browser has a picker, but does not allow it here
  }
}

/** All of the slices. */
export async function wholeOf(slices: Slices): Promise<Chosen[]> {
  const all: Chosen[] = [];
  for await (const slice of slices) all.push(...slice);
  return all;
}
