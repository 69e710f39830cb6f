/** The handlers of jobs by kind: each module that starts jobs registers its handlers here. */
import type { Cloud } from './cloud';
import type { Job } from './jobs';

/** Carries out a job. `job.due_at` is the instant at which it happens, which may be long before now. */
export type JobHandler = (cloud: Cloud, job: Job) => void;

const handlers = new Map<string, JobHandler>();

/** Registers the handler of a kind of job; its module calls this once when it is loaded. */
export function handleJob(kind: string, work: JobHandler): void {
  if (handlers.has(kind)) throw new Error(`the work ${kind} is named twice`);
  handlers.set(kind, work);
}

/** Carries out a job. @throws Error if its kind has no handler */
export const runJob: JobHandler = (cloud, job) => {
  const work = handlers.get(job.kind);
  if (!work) throw new Error(`no work is named ${job.kind}`);
  work(cloud, job);
};
