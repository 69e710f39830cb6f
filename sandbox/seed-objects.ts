/** Creates the object storage of the demo, once: pictures of products, which anybody may read, and backups. */
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { spaceOf, type Organization } from './awanio/groups';
import { enableStorage, findStorage } from './awanio/object-storages';
import type { Cloud } from './cloud';
import { demoAccounts } from './demo-accounts';
import { daysBefore } from './demo';
import type { Filling } from './objects/engine';
import { demoTenant } from './seed';

const photos = 'kopi-nusantara-foto';
const backups = 'kopi-nusantara-cadangan';

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}

/** A picture: a surface of coffee's colours that grows lighter from corner to corner. @param shade 0 to 1 */
function picture(shade: number): Buffer {
  const [width, height] = [240, 160];
  const pixels = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = (x / width + y / height) / 2;
      const at = y * (1 + width * 3) + 1 + x * 3;
      pixels[at] = 90 + 140 * light;
      pixels[at + 1] = 50 + 120 * light * (0.5 + shade / 2);
      pixels[at + 2] = 30 + 100 * light * shade;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits of red, green and blue
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const folders = {
  biji: ['gayo', 'toraja', 'kintamani', 'flores', 'mandailing'],
  alat: ['penyeduh', 'penggiling', 'ketel', 'saringan'],
  kemasan: ['250-g', '500-g', '1-kg'],
};

function photoFiles(now: number): Filling[] {
  const pictures = Array.from({ length: 8 }, (_, index) => picture(index / 8));
  const files = Object.entries(folders).flatMap(([folder, names], place) =>
    names.flatMap((name, row) =>
      Array.from({ length: 14 }, (_, index) => ({
        key: `${folder}/${name}/${name} ${String(index + 1).padStart(2, '0')}.png`,
        content: pictures[(place + row + index) % pictures.length] ?? '',
        contentType: 'image/png',
        modified: new Date(daysBefore(now, 40 - row - index)),
      })),
    ),
  );
  const read = 'Foto produk Kopi Nusantara. Satu folder untuk tiap jenis barang.\n';
  const modified = new Date(daysBefore(now, 41));
  return [...files, { key: 'BACA DULU.txt', content: read, contentType: 'text/plain', modified }];
}

function backupFiles(now: number): Filling[] {
  const days = Array.from({ length: 60 }, (_, index) => new Date(daysBefore(now, index + 0.2)));
  const dumps = days.map((modified) => {
    const day = modified.toISOString().slice(0, 10);
    const lines = Array.from(
      { length: 400 },
      (_, index) => `insert into pesanan values (${index}, '${day}');`,
    );
    return {
      key: `basis-data/${day.slice(0, 7)}/toko-${day}.sql.gz`,
      content: gzipSync(lines.join('\n')),
      contentType: 'application/gzip',
      modified,
    };
  });
  const reports = days.map((modified, index) => {
    const day = modified.toISOString().slice(0, 10);
    const rows = Array.from(
      { length: 24 },
      (_, hour) => `${day},${hour},${(index * 7 + hour * 13) % 40}`,
    );
    return {
      key: `laporan/${day.slice(0, 4)}/${day.slice(5, 7)}/penjualan-${day}.csv`,
      content: `tanggal,jam,pesanan\n${rows.join('\n')}\n`,
      contentType: 'text/csv; charset=utf-8',
      modified,
    };
  });
  return [...dumps, ...reports];
}

/** Creates the storage in Kopi Nusantara, where the demo has none yet. */
export async function seedObjects(cloud: Cloud): Promise<void> {
  const { store, objects } = cloud;
  const organization = store.get<Organization>(
    'select * from organizations where tenant_id = ? order by rowid limit 1',
    demoTenant,
  );
  if (!organization || store.get(`select 1 from meta where name = 'demo objects'`)) return;
  const group = spaceOf(organization, null);
  const now = cloud.now(demoTenant);
  const of = { group, subdomain: 'kopi-nusantara', bucket: photos, at: daysBefore(now, 41) };
  const storage =
    findStorage(store, group) ??
    (await enableStorage(cloud, { ...of, credentials: demoAccounts.storage })).storage;
  const kept = new Set((await objects.buckets(storage.uuid)).map(({ name }) => name));
  for (const name of [photos, backups])
    if (!kept.has(name)) await objects.createBucket(storage.uuid, name);
  await objects.setPublic(storage.uuid, photos, true);
  await objects.fill(storage.uuid, photos, photoFiles(now));
  await objects.fill(storage.uuid, backups, backupFiles(now));
  store.insert('meta', { name: 'demo objects', value: 'made' });
}
