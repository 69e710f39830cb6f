/** The words of kinds of things, and of creating them, besides labels: in both languages, whatever the page's. */
import type { CreatePage } from '@/components/parts/shell/nav-entries';

const verbs = ['create', 'new', 'add', 'order', 'buat', 'tambah', 'pesan', 'baru'];
const disk = ['volume', 'disk', 'block storage', 'penyimpanan'];
const network = ['private network', 'vpc', 'jaringan privat'];

const nouns: Readonly<Partial<Record<CreatePage['id'], readonly string[]>>> = {
  vms: ['virtual machine', 'vm', 'vps', 'server', 'mesin virtual'],
  baremetals: ['bare metal', 'server', 'mesin fisik'],
  clusters: ['kubernetes cluster', 'k8s', 'klaster'],
  buckets: ['bucket', 'object storage', 's3', 'penyimpanan objek'],
  groupVolumes: disk,
  vpc: network,
  projects: ['project', 'proyek'],
  members: ['members', 'people', 'invite', 'anggota', 'orang', 'undang'],
  instances: ['instance', 'virtual machine', 'vm', 'vps', 'server', 'mesin'],
  networks: network,
  addresses: ['public address', 'ip', 'ipv4', 'alamat publik'],
  volumes: disk,
  sshKeys: ['ssh key', 'public key', 'kunci ssh', 'kunci publik'],
};

/** Those of linking a key. */
export const wordsOfLinking = ['add key', 'new account', 'api key', 'tambah kunci', 'akun baru'];

/** The words for the things of a list. */
export const namesOf = (id: CreatePage['id']): readonly string[] => nouns[id] ?? [];

/** The words of what a list creates: the verbs, and its names. */
export const wordsOfCreating = (id: CreatePage['id']): readonly string[] => [
  ...verbs,
  ...namesOf(id),
];
