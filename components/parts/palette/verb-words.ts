/** The words by which the palette finds actions and parts of pages, besides their labels: in both languages, whatever the page's. */
import { folded } from '@/lib/format/compare-text';

/** By the id of the action (`Action.id`), or of the part of a page. */
const verbWords: Readonly<Record<string, readonly string[]>> = {
  console: ['console', 'open console', 'vnc', 'terminal', 'konsol', 'buka konsol'],
  start: ['start', 'boot', 'power on', 'turn on', 'nyalakan', 'hidupkan', 'mulai', 'jalankan'],
  stop: ['stop', 'halt', 'shut down', 'power off', 'turn off', 'matikan', 'hentikan'],
  restart: ['restart', 'reboot', 'mulai ulang', 'nyalakan ulang'],
  rename: ['rename', 'ganti nama', 'ubah nama', 'nama'],
  setPassword: ['set password', 'reset password', 'atur kata sandi', 'ganti kata sandi'],
  resize: ['resize', 'upgrade', 'scale', 'size', 'ubah ukuran', 'ukuran', 'perbesar'],
  changeTier: ['change tier', 'ganti tier', 'ubah tier'],
  clone: ['clone', 'copy', 'duplicate', 'gandakan', 'klon', 'salin'],
  snapshot: ['snapshots and backups', 'snapshot dan cadangan'],
  reinstall: ['reinstall', 'rebuild', 'instal ulang', 'pasang ulang'],
  delete: ['delete', 'remove', 'destroy', 'hapus', 'buang'],
  attach: ['attach', 'connect', 'pasang', 'sambungkan', 'move', 'pindahkan'],
  detach: ['detach', 'disconnect', 'lepas', 'lepaskan', 'putuskan'],
  grow: ['grow', 'resize', 'extend', 'expand', 'size', 'perbesar', 'ubah ukuran', 'ukuran'],
  name: ['reverse dns', 'rdns', 'ptr', 'set reverse dns', 'atur reverse dns'],
  copy: ['copy', 'public key', 'salin', 'kunci publik'],
  availability: ['high availability', 'ha', 'ketersediaan tinggi'],
  metrics: ['metrics', 'graphs', 'monitoring', 'cpu', 'metrik', 'grafik', 'pemantauan'],
  backups: ['backups', 'snapshots', 'restore', 'cadangan', 'pulihkan'],
  firewall: ['firewall', 'security group', 'rules', 'ports', 'aturan', 'keamanan'],
  network: ['network', 'private network', 'jaringan'],
  kubeconfig: ['kubeconfig', 'download kubeconfig', 'kubectl', 'unduh kubeconfig'],
  storage: ['storage', 'disks', 'volumes', 'penyimpanan', 'disk'],
};

/** The words of an action or part; none for one that has only its label. */
export const wordsOfVerb = (verb: string): readonly string[] => verbWords[verb] ?? [];

/** Fewest typed letters that stand for a verb: one letter begins too many. */
const fewest = 2;

const begins = (texts: readonly string[], word: string) =>
  texts.some((text) =>
    folded(text)
      .split(/\s+/)
      .some((part) => part.startsWith(word)),
  );

/** Whether a typed word begins a word of this action: of its label, or in either language. @param word folded */
export const meansVerb = (verb: string, label: string, word: string): boolean =>
  word.length >= fewest && begins([label, ...wordsOfVerb(verb)], word);

const everyWord = Object.values(verbWords).flat();

/** Whether a typed word begins a word of any action. @param word folded */
export const isVerbWord = (word: string): boolean =>
  word.length >= fewest && begins(everyWord, word);
