/** What the kinds of jobs do: each module that begins work which takes time names its own here. */
import type { Cloud } from './cloud';
import type { Job } from './jobs';

/** Does the work; `job.due_at` is the instant it happens at, which may be well before now. */
export type JobHandler = (cloud: Cloud, job: Job) => void;

const handlers = new Map<string, JobHandler>();

/** Names a kind of work; called once at load by the module that knows it. */
export function handleJob(kind: string, work: JobHandler): void {
  if (handlers.has(kind)) throw new Error(`the work ${kind} is named twice`);
  handlers.set(kind, work);
}

/** Does a job by its kind. @throws Error where no module has named that */
export const runJob: JobHandler = (cloud, job) => {
  const work = handlers.get(job.kind);
  if (!work) throw new Error(`no work is named ${job.kind}`);
  work(cloud, job);
};
