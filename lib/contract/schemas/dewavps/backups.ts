/** Backups of a machine and their schedules, D28–D34, and DX2, which restores a backup on the same platform. */
import { z } from 'zod';
import { gigabytes, id, idOrNull, instant, int, listOf, price, text } from '../../decode';
import { shapes } from '../../shape';
import { bareOr, echo, instanceEcho, row } from './decoders';
import { id as idOf, input, numericId, paging, whole } from './inputs';
import { attachedStorage } from './snapshots';

const one = input({ instance_uuid: idOf() });
const backup = input({ instance_uuid: idOf(), backup_uuid: idOf() });

const schedule = {
  schedule_type: text(),
  /** Day of the week 0–7; null for daily ones. */
  schedule_on: int(),
  /** Hour of the day 0–23, Jakarta. */
  schedule_at: int(),
  /** The number of backups that are kept. */
  retention: int(),
};
const scheduleEcho = echo({ id: idOrNull(), ...schedule });

const hour = () => whole(0, 23);
const weekday = () => whole(0, 7).nullish();
const retention = () => whole(1, 365);

export const backups = shapes({
  D28: {
    params: one,
    query: input(paging()),
    answer: 'list',
    wire: row(
      {
        id: id(),
        schedule: text(),
        /** IDR. */
        current_cost: price(),
        est_this_month: price(),
        size_gb: gigabytes(),
        created_at: instant(),
        attached_storage: listOf(attachedStorage),
      },
      { size: 'size_gb', uuid: 'id' },
    ),
  },
  D29: { params: backup, answer: 'object', wire: echo({ id: idOrNull() }, { uuid: 'id' }) },
  /**
   * The documentation only says `data: object`. We assume one number in IDR, since the message says "per backup";
   * `tier_id` is the machine's. (QD9)
   */
  D30: {
    params: one,
    query: input({ tier_id: numericId() }),
    answer: 'object',
    wire: bareOr(
      'estimated_price',
      { estimated_price: price() },
      {
        price: 'estimated_price',
        estimated_price_per_backup: 'estimated_price',
        price_per_backup: 'estimated_price',
      },
    ),
  },
  D31: { params: one, answer: 'list', wire: row({ id: id(), ...schedule }) },
  /** The documentation names no fields; a working client sends these. */
  D32: {
    params: one,
    body: input({
      schedule_type: z.enum(['daily', 'weekly'], 'not_allowed'),
      schedule_at: hour(),
      schedule_on: weekday(),
      retention: retention(),
    }).refine((body) => body.schedule_type === 'daily' || typeof body.schedule_on === 'number', {
      error: 'required',
      path: ['schedule_on'],
    }),
    answer: 'object',
    wire: scheduleEcho,
  },
  /** The documentation's path lacks the schedule's id. (QD6) */
  D33: {
    params: input({ instance_uuid: idOf(), schedule_id: idOf() }),
    body: input({ retention: retention(), schedule_on: weekday(), schedule_at: hour() }),
    answer: 'object',
    wire: scheduleEcho,
  },
  /** `backup_id` is a schedule's id. (QD6) */
  D34: {
    params: input({ instance_uuid: idOf(), backup_id: idOf() }),
    answer: 'object',
    wire: scheduleEcho,
  },
  /**
   * A GET at the backend that overwrites the machine's disk. (QD22) Its answer is not documented; we read a machine
   * if there is one.
   */
  DX2: { params: backup, answer: 'object', wire: instanceEcho() },
});
