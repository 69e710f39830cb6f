import type { MachineSpec } from '../engine';
import { Files } from './files';

export function homeOf(username: string): string {
  return username === 'root' ? '/root' : `/home/${username}`;
}

/** The files of a newly installed machine. */
export function freshDisk(spec: MachineSpec, now: () => number): Files {
  const files = new Files(now);
  for (const path of [
    '/bin',
    '/boot',
    '/dev',
    '/etc',
    '/home',
    '/opt',
    '/root',
    '/srv',
    '/tmp',
    '/usr/bin',
    '/var/log',
  ]) {
    files.makeDirectory(path, true);
  }
  const home = homeOf(spec.username);
  files.makeDirectory(home, true);
  files.write(`${home}/welcome.txt`, welcome(spec));
  const [name = spec.os, version = ''] = spec.os.split(/ (?=\d)/);
  files.write(
    '/etc/os-release',
    `NAME="${name}"\nVERSION_ID="${version}"\nPRETTY_NAME="${spec.os}"\n`,
  );
  files.write('/var/log/boot.log', '');
  writeIdentity(files, spec);
  return files;
}

/** Writes the files that contain the machine's name. */
export function writeIdentity(files: Files, spec: MachineSpec): void {
  if (!files.isDirectory('/etc')) return;
  files.write('/etc/hostname', `${spec.hostname}\n`);
  files.write('/etc/hosts', `127.0.0.1 localhost\n127.0.1.1 ${spec.hostname}\n`);
}

function welcome(spec: MachineSpec): string {
  return [
    `This is ${spec.hostname}, a simulated ${spec.os} machine.`,
    'Its files live as long as the sandbox runs; nothing here reaches a network.',
    '',
  ].join('\n');
}
