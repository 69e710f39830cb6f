/** `/api/storage/{organizations|projects}/{uuid}/…` about what is set for a bucket: versions, policy with its proof, CORS. */
import { z } from 'zod';
import { problem } from '@/lib/problem';
import { answering, json, readJson } from '@/lib/session/http';
import { requestId } from '@/lib/session/session-api';
import {
  readCors,
  readPolicy,
  readVersioning,
  writeCors,
  writePolicy,
  writeVersioning,
} from './bucket-settings';
import { anonymousClient } from './client';
import { corsRules } from './cors-rules';
import { forgetDirect } from './direct';
import { bucketName, readQuery } from './inputs';
import { policyFault, publicRights } from './policy-text';
import { proveBucket } from './proof';
import type { BucketCors, BucketPolicy, Proof, Versioning } from './shapes';
import { requireChange, withKey, type StoragePath } from './with-key';

/** S3 takes policies of 20 KiB, and a hundred rules of CORS. */
const LIMIT = 128 * 1024;

const bucketQuery = z.object({ bucket: bucketName });
const versioningBody = z.strictObject({ state: z.enum(['enabled', 'suspended'], 'invalid') });
const policyBody = z.strictObject({ policy: z.string('required').min(1, 'required') });
const corsBody = z.strictObject({ rules: corsRules });

/** GET versioning?bucket=: `{ data: Versioning }`. */
export function showVersioning(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const { bucket } = readQuery(request, bucketQuery);
    const data: Versioning = await withKey(request, at, (client, deadline) =>
      readVersioning(client, bucket, deadline),
    );
    return json({ data });
  });
}

/** PUT versioning?bucket= `{ state }`: `{ data: Versioning }`. */
export function setVersioning(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket } = readQuery(request, bucketQuery);
    const data = await readJson(request, versioningBody);
    await withKey(request, at, (client, deadline) =>
      writeVersioning(client, bucket, data.state, deadline),
    );
    return json({ data });
  });
}

/** GET policy?bucket=: `{ data: BucketPolicy }`. */
export function showPolicy(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const { bucket } = readQuery(request, bucketQuery);
    const data: BucketPolicy = await withKey(request, at, (client, deadline) =>
      readPolicy(client, bucket, deadline),
    );
    return json({ data });
  });
}

/** PUT policy?bucket= `{ policy }`: `{ data: BucketPolicy }`. */
export function setPolicy(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket } = readQuery(request, bucketQuery);
    const { policy } = await readJson(request, policyBody, LIMIT);
    const fault = policyFault(policy);
    if (fault) {
      const { code, line, column } = fault;
      const message = `The policy is wrong at line ${line}, column ${column}: ${code}.`;
      throw problem('bad_input', 422, message, { fields: { policy: ['invalid'] } });
    }
    await withKey(request, at, (client, deadline) => writePolicy(client, bucket, policy, deadline));
    const data: BucketPolicy = { policy, says: publicRights(policy, bucket) };
    return json({ data });
  });
}

/** DELETE policy?bucket=: `{ data: BucketPolicy }`. */
export function dropPolicy(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket } = readQuery(request, bucketQuery);
    await withKey(request, at, (client, deadline) => writePolicy(client, bucket, null, deadline));
    const data: BucketPolicy = { policy: null, says: publicRights(null, bucket) };
    return json({ data });
  });
}

/** GET proof?bucket=: `{ data: Proof }`. It changes nothing. */
export function showProof(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const { bucket } = readQuery(request, bucketQuery);
    const data: Proof = await withKey(
      request,
      at,
      async (client, deadline) => {
        const anyone = anonymousClient();
        try {
          return await proveBucket(client, anyone, bucket, deadline);
        } finally {
          anyone.destroy();
        }
      },
      3, // the calls of one proof follow each other
    );
    return json({ data });
  });
}

/** GET cors?bucket=: `{ data: BucketCors }`. */
export function showCors(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const { bucket } = readQuery(request, bucketQuery);
    const data: BucketCors = await withKey(request, at, async (client, deadline) => ({
      rules: await readCors(client, bucket, deadline),
    }));
    return json({ data });
  });
}

/** PUT cors?bucket= `{ rules }`: `{ data: BucketCors }`. None takes them away, as DELETE does. */
export function setCors(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket } = readQuery(request, bucketQuery);
    const data: BucketCors =
      request.method === 'DELETE' ? { rules: [] } : await readJson(request, corsBody, LIMIT);
    await withKey(request, at, async (client, deadline, { accessKey }) => {
      await writeCors(client, bucket, data.rules, deadline);
      forgetDirect(accessKey, bucket, request.headers.get('origin'));
    });
    return json({ data });
  });
}
