/** Stops and starts the sandbox in the middle of random sequences of payments: its ledger stays whole. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Sequence } from '../sandbox/gateway/sequences';
import { memoryCloud } from '../sandbox/testing-cloud';

/** `NUSA_SEED` chooses other sequences. */
const seed = Number(process.env.NUSA_SEED ?? 1) * 1_000_000;
const [sequences, restarts] = [200, 30];

test('keeps the ledger whole over restarts', async () => {
  test.setTimeout(600_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'nusa-ledger-'));
  let open = memoryCloud(folder);
  try {
    const running = Array.from(
      { length: sequences },
      (_, index) => new Sequence(() => open.cloud, seed + index),
    );
    for (let restart = 0; restart < restarts; restart += 1) {
      for (const sequence of running) sequence.step();
      open.close();
      open = memoryCloud(folder);
      for (const sequence of running) sequence.check();
    }
    const rows = open.cloud.store.all<{ kind: string }>('select distinct kind from entries');
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['charge', 'opening', 'refund', 'top-up']);
  } finally {
    open.close();
    await rm(folder, { recursive: true, force: true });
  }
});
