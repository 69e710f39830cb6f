/** DewaVPS's side of the gateway's callbacks. The API documents no path for them, so the address is the sandbox's own. */
import { z } from 'zod';
import type { Cloud } from '../cloud';
import { merchantOfTenant } from '../gateway/merchants';
import { receive } from '../gateway/receive';
import type { Outcome } from '../gateway/receive';
import { check } from '../input';

const callback = z.object({
  merchantCode: z.string().optional(),
  merchantOrderId: z.string().min(1),
  amount: z.string().min(1),
  resultCode: z.int(),
  reference: z.string().min(1),
  signature: z.string().optional(),
});

/** Takes a callback. @throws Refusal 422 for missing fields; else as {@link receive} */
export function readCallback(cloud: Cloud, body: unknown): Outcome {
  const notice = check(callback, body, true) as z.output<typeof callback>;
  return receive(cloud, 'dewavps', notice, ({ account_id }) =>
    merchantOfTenant(cloud, account_id.replace('dewavps:', ''), 'dewavps'),
  );
}
