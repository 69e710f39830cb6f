/** Reads the machine of a console's page on the server, so that the page says at once if it is stopped or gone. */
import { cache } from 'react';
import { readForPage } from '@/lib/next/read-for-page';
import { availabilityOf, type Availability } from './console-state';

/** The machine, read once for a page and its title. */
export const machineOf = cache((account: string, instance: string) =>
  readForPage('D04', { params: { instance_uuid: instance } }, account),
);

/** Whether the console can be opened, and the answers of the read. */
export async function readAvailability(account: string, instance: string) {
  const { data, problem, answers } = await machineOf(account, instance);
  const availability: Availability =
    problem?.code === 'not_found' ? 'gone' : availabilityOf(data ?? undefined);
  return { availability, answers };
}
