/** `npm run doctor` reads from a deployment, changes nothing, and prints where it differs from the contract. */
import { setTimeout as sleep } from 'node:timers/promises';
import { examine } from './doctor/examine';
import type { Manner } from './doctor/pace';
import { healthy, lastLine, line, summary } from './doctor/report';
import type { DoctorSettings } from './doctor/settings';
import { readDoctorSettings, usage } from './doctor/settings';

async function settingsOrNull(): Promise<DoctorSettings | null> {
  if (process.argv.length > 2) {
    console.error(`The doctor takes no arguments.\n\n${usage}`);
    return null;
  }
  try {
    return await readDoctorSettings(process.env);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'Wrong settings.'}\n\n${usage}`);
    return null;
  }
}

async function main(): Promise<number> {
  const settings = await settingsOrNull();
  if (!settings) return 2;
  const { targets, overrides, remarks, perMinute } = settings;
  for (const remark of remarks) console.log(remark);
  const manner: Manner = {
    pause: async (milliseconds) => {
      console.log(`(asked to slow down: waiting ${Math.round(milliseconds / 1000)} s)`);
      await sleep(milliseconds);
    },
    now: () => performance.now(),
    perMinute,
    atOnce: 4,
    timeLimit: 30_000,
  };
  const visits = [];
  for (const target of targets) {
    console.log(`\n${target.backend} at ${new URL(target.baseUrl).host}`);
    const found = await examine(target, overrides, manner, (examined) =>
      console.log(line(examined, overrides)),
    );
    console.log(`\n${summary(found, overrides)}`);
    visits.push({ target, found });
  }
  console.log(`\n${lastLine(visits, overrides)}`);
  return visits.every(({ found }) => healthy(found)) ? 0 : 1;
}

process.exitCode = await main();
