/** `npm run doctor`: reads a deployment, read-only, and prints where it differs from the contract. */
import { setTimeout as sleep } from 'node:timers/promises';
import { examine } from './doctor/examine';
import { healthy, line, summary } from './doctor/report';
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
  const { patients, overrides, remarks } = settings;
  for (const remark of remarks) console.log(remark);
  const pause = async (milliseconds: number) => {
    console.log(`(asked to slow down: waiting ${Math.round(milliseconds / 1000)} s)`);
    await sleep(milliseconds);
  };
  let well = true;
  for (const patient of patients) {
    console.log(`\n${patient.backend} at ${new URL(patient.baseUrl).host}`);
    const found = await examine(patient, overrides, pause, (examined) =>
      console.log(line(examined, overrides)),
    );
    console.log(`\n${summary(found, overrides)}`);
    well &&= healthy(found);
  }
  return well ? 0 : 1;
}

process.exitCode = await main();
