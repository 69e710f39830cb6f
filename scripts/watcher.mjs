// Ends what a script started when the script itself could not, because it was killed (SIGKILL). The script writes a line
// to this process for each process group that it starts (`+123`) and that has ended (`-123`); when its pipe closes, the
// groups that are left get SIGTERM, and SIGKILL six seconds later.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const groups = new Set();
for await (const line of createInterface({ input: process.stdin })) {
  const group = Number(line.slice(1));
  if (line.startsWith('+')) groups.add(group);
  else groups.delete(group);
}

/** Signals a group; forgets one that is gone. */
function signal(group, name) {
  try {
    process.kill(-group, name);
  } catch {
    groups.delete(group);
  }
}

for (const group of groups) signal(group, 'SIGTERM');
for (let tenths = 0; tenths < 60 && groups.size > 0; tenths += 1) {
  await sleep(100);
  for (const group of groups) signal(group, 0);
}
for (const group of groups) signal(group, 'SIGKILL');
