/** The object storage of the API on the sandbox's own store. */
import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { randomText } from '../ids';
import type { DiskStore } from './disk/disk-store';
import type { Credentials, EngineBucket, EngineObject, Filling, ObjectEngine } from './engine';
import { publicPolicy } from './engine';
import { StoreRefusal } from './store';
import type { Trouble } from './trouble';

const fillTogether = 1000;

/** The engine of the sandbox's own store. */
export class OwnEngine implements ObjectEngine {
  readonly #troubles = new Map<string, Trouble>();
  readonly #held = new Map<string, (() => void)[]>();
  readonly #parts = new Map<string, Map<string, number>>();
  /** Set once the port is known. */
  endpoint = '';

  /** Browsers and curl know each name under `localhost` as this machine. */
  get host(): string {
    return `localhost:${new URL(this.endpoint).port}`;
  }

  constructor(readonly disk: DiskStore) {}

  newCredentials(wanted?: Credentials): Credentials {
    if (wanted) return wanted;
    const accessKey = `NUSA${randomText(16).toUpperCase()}`;
    return { accessKey, secretKey: randomBytes(30).toString('base64url') };
  }

  /** Sets what is wrong for an owner. Writes that were held begin. */
  setTrouble(owner: string, trouble: Trouble): void {
    this.#troubles.set(owner, trouble);
    const held = this.#held.get(owner) ?? [];
    this.#held.delete(owner);
    for (const begin of held) begin();
    this.disk.setFull(owner, trouble.full);
    this.disk.setSmallestPart(owner, trouble.smallestPart);
  }

  trouble(owner: string): Trouble | null {
    return this.#troubles.get(owner) ?? null;
  }

  /** Waits as long as tests hold the writes of an owner. */
  async turnToWrite(owner: string): Promise<void> {
    const hold = this.#troubles.get(owner)?.holdWrites ?? null;
    if (hold === null) return;
    hold.after -= 1;
    if (hold.after >= 0) return;
    await new Promise<void>((begin) => {
      this.#held.set(owner, [...(this.#held.get(owner) ?? []), begin]);
    });
  }

  /** Takes the next stop of a put that tests asked for. */
  nextStopOfPut(owner: string): Trouble['stopPut'] {
    const stop = this.#troubles.get(owner)?.stopPut ?? null;
    if (stop === null || stop.times === 0) return null;
    stop.times -= 1;
    return stop;
  }

  /** Counts a part that was stored. @param name of its upload and its number */
  notePart(owner: string, name: string): void {
    const counts = this.#parts.get(owner) ?? new Map<string, number>();
    this.#parts.set(owner, counts);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }

  /** How often each part was stored, by `<upload> <number>`. */
  storedParts(owner: string): Record<string, number> {
    return Object.fromEntries(this.#parts.get(owner) ?? []);
  }

  /** Forgets every upload of an owner, as a rule of a bucket's lifecycle does. */
  forgetUploads(owner: string): void {
    for (const { name } of this.disk.buckets(owner))
      for (let more = true; more;) {
        const { uploads } = this.disk.uploads(name, { prefix: '', max: 1000, after: null });
        for (const { uploadId } of uploads) this.disk.abortUpload(uploadId);
        more = uploads.length > 0;
      }
  }

  /** @throws StoreRefusal NoSuchBucket, also for a bucket of another owner */
  #require(owner: string, name: string): void {
    if (this.disk.bucket(name)?.owner !== owner) throw new StoreRefusal('NoSuchBucket');
  }

  async buckets(owner: string): Promise<EngineBucket[]> {
    return this.disk.buckets(owner);
  }

  async createBucket(owner: string, name: string): Promise<void> {
    this.disk.createBucket(name, owner);
  }

  async deleteBucket(owner: string, name: string): Promise<void> {
    this.#require(owner, name);
    try {
      this.disk.deleteBucket(name);
    } catch (error) {
      if (!(error instanceof StoreRefusal) || error.code !== 'BucketNotEmpty') throw error;
      const { objects, versions, uploads } = this.disk.contents(name);
      const held = [
        [objects, 'objects'],
        [versions, 'old versions'],
        [uploads, 'unfinished uploads'],
      ] as const;
      const words = held.filter(([count]) => count > 0).map((pair) => pair.join(' '));
      throw new StoreRefusal(
        'BucketNotEmpty',
        `The bucket you tried to delete is not empty: ${words.join(', ')}`,
      );
    }
  }

  async setPublic(owner: string, name: string, open: boolean): Promise<void> {
    this.#require(owner, name);
    this.disk.configureBucket(name, { policy: open ? publicPolicy(name) : null });
  }

  async objects(owner: string, name: string, max: number): Promise<EngineObject[]> {
    this.#require(owner, name);
    return this.disk.list(name, { prefix: '', delimiter: '', after: null, max }).objects;
  }

  async deleteObject(owner: string, name: string, key: string): Promise<void> {
    this.#require(owner, name);
    if (this.disk.find(name, key)?.deleteMarker !== false) throw new StoreRefusal('NoSuchKey');
    this.disk.remove(name, key);
  }

  async bytes(owner: string): Promise<number> {
    return this.disk
      .buckets(owner)
      .reduce((total, { name }) => total + this.disk.contents(name).bytes, 0);
  }

  async fill(owner: string, name: string, objects: readonly Filling[]): Promise<void> {
    this.#require(owner, name);
    for (let start = 0; start < objects.length; start += fillTogether) {
      this.disk.fill(name, objects.slice(start, start + fillTogether));
      await nextTurn(); // other calls wait no longer than for one piece
    }
  }
}
