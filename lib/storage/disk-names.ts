/**
 * Makes names of files for disks out of keys. A key is any text; a name must be one on Windows, macOS and Linux, stay in
 * the folder that the zip file is opened into, and stand beside the others there. Browser-safe.
 */

const PART_BYTES = 255;
const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;

const unfit = /[\u0000-\u001f\u007f-\u009f<>:"|?*\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Windows takes these for devices, whatever extension they have. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** A name and its extension, which stays when the name is cut: `archive.tar`, `.gz`. */
function split(name: string): [string, string] {
  const at = name.lastIndexOf('.');
  return at > 0 && name.length - at <= 16 ? [name.slice(0, at), name.slice(at)] : [name, ''];
}

/** Puts text before the extension, and cuts the name where a disk would refuse its length. */
function lengthened(name: string, more: string): string {
  const [stem, extension] = split(name);
  const most = PART_BYTES - bytesOf(more) - bytesOf(extension);
  let cut = '';
  let bytes = 0;
  for (const sign of stem) {
    bytes += bytesOf(sign);
    if (bytes > most) break;
    cut += sign;
  }
  return cut + more + extension;
}

/** One part of a path as a disk can have it. */
function diskPart(part: string): string {
  const plain = part
    .replace(unfit, '_')
    .replace(/[. ]+$/, (end) => '_'.repeat(end.length))
    .replace(device, '_$&');
  const name = plain === '' ? '_' : plain;
  return bytesOf(name) > PART_BYTES ? lengthened(name, '') : name;
}

/** What makes two names one on some disk: letters of another case, or the same letters in another form of Unicode. */
const folded = (name: string) =>
  name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFC');

class Folder {
  /** The names that are taken, with the number that the next equal one gets. */
  readonly #taken = new Map<string, number>();
  readonly #folders = new Map<string, { name: string; folder: Folder }>();

  /** A name that no other one in this folder is, on any disk. */
  take(part: string): string {
    const wanted = diskPart(part);
    let name = wanted;
    let fold = folded(wanted);
    const first = fold;
    for (let number = this.#taken.get(first) ?? 1; this.#taken.has(fold); number += 1) {
      name = lengthened(wanted, ` (${number + 1})`);
      fold = folded(name);
      this.#taken.set(first, number + 1);
    }
    this.#taken.set(fold, 1);
    return name;
  }

  folder(part: string): { name: string; folder: Folder } {
    const known = this.#folders.get(part);
    if (known) return known;
    const made = { name: this.take(part), folder: new Folder() };
    this.#folders.set(part, made);
    return made;
  }
}

/** A name in a zip file. */
export interface DiskName {
  /** With `/` between its parts, and at the end of a folder. */
  name: string;
  renamed: boolean;
}

/** Gives names to the objects of one zip file, one after the other. */
export class DiskNames {
  readonly #root = new Folder();

  /**
   * @param path the key without the folder in which names begin
   * @param empty whether the object has no content: one that ends in `/` stands for a folder then
   */
  nameOf(path: string, empty: boolean): DiskName {
    const parts = path.split('/');
    const last = parts.pop() ?? '';
    let folder = this.#root;
    let name = '';
    for (const part of parts) {
      const inner = folder.folder(part);
      name += `${inner.name}/`;
      folder = inner.folder;
    }
    // The object of the folder itself in which names begin has no name of its own.
    if (last !== '' || !empty) name += folder.take(last);
    return { name, renamed: name !== path };
  }
}
