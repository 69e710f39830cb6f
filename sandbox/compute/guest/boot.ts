import type { MachineSpec } from '../engine';

const OK = '[\u001b[92m  OK  \u001b[0m] ';

/** The lines of the firmware and the boot loader. */
export function firmwareLines(spec: MachineSpec): string[] {
  return [
    '\u001b[97mSandbox Firmware\u001b[0m 2.1, virtual machine',
    '',
    `Processor : ${spec.cpu} virtual core${spec.cpu === 1 ? '' : 's'}`,
    `Memory    : ${spec.memoryGb * 1024} MB, tested`,
    `Disk 0    : ${spec.storageGb} GB, virtio`,
    `Network 0 : ${spec.ip ? 'link up' : 'no public address'}, virtio`,
    '',
    'Booting from disk 0 ...',
    '',
    `  \u001b[7m ${spec.os.padEnd(40)} \u001b[0m`,
    `   ${`${spec.os}, rescue mode`.padEnd(40)}`,
    '',
    'Loading the kernel ... done',
    'Loading the first disk ... done',
  ];
}

/** The lines of the kernel and the services before the login. */
export function systemLines(spec: MachineSpec): string[] {
  const kernel = [
    `kernel 6.8.0-49-cloud on x86_64, ${spec.cpu} core${spec.cpu === 1 ? '' : 's'} online`,
    `memory: ${Math.round(spec.memoryGb * 1024 * 0.97)} MB usable of ${spec.memoryGb * 1024} MB`,
    'console: 100 x 37 characters on an 800 x 600 screen',
    `vda: ${spec.storageGb} GB disk, 1 partition`,
    'vda1: root file system is clean',
    'eth0: virtio network card, link is up',
  ];
  const services = [
    'The root file system is mounted.',
    'The journal is writing.',
    `The name of this machine is ${spec.hostname}.`,
    spec.ip ? `eth0 has the address ${spec.ip}.` : 'eth0 is up, without a public address.',
    'The clock is in step.',
    'The guest agent answers.',
    'The SSH server listens on port 22.',
    'The system is ready for logins.',
  ];
  return [
    ...kernel.map((line, i) => `[${(i * i * 0.0713 + 0.0021).toFixed(6).padStart(11)}] ${line}`),
    ...services.map((line) => OK + line),
  ];
}

export function shutdownLines(effect: 'poweroff' | 'reboot'): string[] {
  return [
    'The system is going down.',
    `${OK}Logins are closed.`,
    `${OK}Services have stopped.`,
    `${OK}File systems are written and unmounted.`,
    effect === 'poweroff' ? 'Power off.' : 'Restarting.',
  ];
}
