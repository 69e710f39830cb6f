import { describe, expect, it } from 'vitest';
import { codeOf, presignCall, receive, signCall, type Plan, type WireCall } from './testing/signed';

const at = new Date('2026-11-28T12:00:00Z');
const after = (seconds: number) => new Date(at.getTime() + seconds * 1000);

/** Random numbers that are the same in each run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const oddities = [
  ...'aZ09-_.~ +%&=?#/\\"\'<>[]{}|^`;:@$,!*()',
  ...['..', '//', '%2F', '%', 'é', 'ß', '日本', '😀', '\u0301', '\u0001', '\t', '\n', '__proto__'],
];

/** A random call with odd names. */
function oddPlan(random: (below: number) => number): Plan {
  const text = (most: number) =>
    Array.from({ length: 1 + random(most) }, () => oddities[random(oddities.length)]).join('');
  const visible = (most: number) => `v${text(most).replace(/[\x00-\x1f]/g, ' ')}v`;
  const query = Array.from({ length: random(4) }, () => [text(4), random(3) ? text(6) : '']);
  const headers = Array.from({ length: random(3) }, (_, index) => [
    `x-amz-meta-${index}`,
    visible(8),
  ]);
  return {
    method: ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'][random(5)],
    key: text(12),
    query: Object.fromEntries(query),
    headers: Object.fromEntries(headers),
    body: random(2) ? text(20) : '',
  };
}

/** Another letter, which isn't the same in the other case either. */
const otherLetter = (letter: string, random: (below: number) => number) => {
  const others = [...'bdfhjkmpqrtvwxyz'].filter((one) => one !== letter.toLowerCase());
  return others[random(others.length)] ?? 'b';
};

function changedText(text: string, random: (below: number) => number, from = 0): string {
  const letters = [...text];
  const place = from + random(letters.length - from);
  letters[place] = otherLetter(letters[place] ?? '', random);
  return letters.join('');
}

/** The call with one letter of it changed. */
function changed(call: WireCall, bodyIsSigned: boolean, random: (below: number) => number) {
  const copy = { ...call, headers: { ...call.headers } };
  const signedNames = Object.keys(call.headers).filter((name) => name !== 'content-length');
  const kind = random(bodyIsSigned && call.body.length > 0 ? 4 : 3);
  if (kind === 3) {
    copy.body = Buffer.from(call.body);
    const place = random(copy.body.length);
    copy.body[place] = (copy.body[place] ?? 0) ^ 1;
  } else if (kind === 2) {
    const name = signedNames[random(signedNames.length)] ?? 'host';
    copy.headers[name] = changedText(call.headers[name] ?? '', random);
  } else if (kind === 1) copy.method = call.method === 'GET' ? 'PUT' : 'GET';
  else copy.target = changedText(call.target, random, 1);
  return copy;
}

describe('Signatures', () => {
  it('says yes to 300 odd calls that the SDK signed and no to each with one byte changed', async () => {
    const random = numbers(18);
    for (let round = 0; round < 300; round += 1) {
      const byUrl = random(3) === 0;
      const plan = oddPlan(random);
      const call = await (byUrl ? presignCall(plan, at) : signCall(plan, at));
      const { content } = await receive(call, at);
      expect(content).toBe(plan.body);
      const wrong = changed(call, !byUrl, random);
      expect(await codeOf(receive(wrong, at)), JSON.stringify([call, wrong])).not.toBeNull();
    }
  });

  it('takes a key however its path is escaped, and decodes it once', async () => {
    const call = await signCall({ key: 'libstdc++-docs.rpm' }, at);
    expect(call.target).toBe('/b/libstdc%2B%2B-docs.rpm');
    expect(await codeOf(receive(call, at))).toBeNull();
    expect(await codeOf(receive({ ...call, target: '/b/libstdc++-docs.rpm' }, at))).toBeNull();
  });

  it('takes two spaces of metadata under a signature over one', async () => {
    const headers = { 'x-amz-meta-title': 'annual  report' };
    const call = await signCall({ method: 'PUT', headers }, at);
    const { auth } = await receive(call, at);
    expect(auth.headers.get('x-amz-meta-title')).toBe('annual  report');
  });

  it('refuses wrong, unknown and revoked keys, and other services', async () => {
    const call = await signCall({}, at);
    const of = (headers: Record<string, string>) => codeOf(receive({ ...call, headers }, at));
    const authorization = call.headers['authorization'] ?? '';
    expect(await codeOf(receive(call, at, { secret: 'another' }))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(receive(call, at, { revoked: true }))).toBe('InvalidAccessKeyId');
    const unknown = authorization.replace('NUSATESTKEY', 'NUSAOTHERKEY');
    expect(await of({ ...call.headers, authorization: unknown })).toBe('InvalidAccessKeyId');
    const other = authorization.replace('/s3/', '/ec2/');
    expect(await of({ ...call.headers, authorization: other })).toBe(
      'AuthorizationHeaderMalformed',
    );
    expect(await of({ ...call.headers, authorization: 'AWS key:sig' })).toBe('InvalidRequest');
    expect(await of({ ...call.headers, 'x-amz-acl': 'public-read' })).toBe('AccessDenied');
  });

  it('refuses a header signature whose time is more than 15 minutes off', async () => {
    const call = await signCall({}, at);
    expect(await codeOf(receive(call, after(899)))).toBeNull();
    expect(await codeOf(receive(call, after(-899)))).toBeNull();
    for (const seconds of [901, -901, 3600, -3600])
      expect(await codeOf(receive(call, after(seconds)))).toBe('RequestTimeTooSkewed');
  });
});

describe('Signed URLs', () => {
  it('last as long as they say, up to seven days', async () => {
    const week = await presignCall({ key: 'a' }, at, 604_800);
    expect(await codeOf(receive(week, after(16 * 60)))).toBeNull();
    expect(await codeOf(receive(week, after(604_799)))).toBeNull();
    expect(await codeOf(receive(week, after(604_801)))).toBe('AccessDenied');
    expect(await codeOf(receive(week, after(-3600)))).toBe('AccessDenied');
  });

  it('refuse an expiry that S3 does not know', async () => {
    const call = await presignCall({ key: 'a' }, at, 604_800);
    for (const expires of ['604801', '-1', 'abc', '', '604800&X-Amz-Expires=604800'])
      expect(
        await codeOf(receive({ ...call, target: call.target.replace('604800', expires) }, at)),
        expires,
      ).toBe('AuthorizationQueryParametersError');
  });

  it('refuse a second way of signing', async () => {
    const [call, other] = [await presignCall({}, at), await signCall({}, at)];
    const headers = { ...call.headers, authorization: other.headers['authorization'] ?? '' };
    expect(await codeOf(receive({ ...call, headers }, at))).toBe('InvalidArgument');
  });

  it('bring headers in their query', async () => {
    const call = await presignCall({ method: 'PUT', query: { 'x-amz-meta-a': 'b' } }, at);
    expect((await receive(call, at)).auth.headers.get('x-amz-meta-a')).toBe('b');
    for (const [name, value] of [
      ['x-amz-meta-a', 'b\nc'],
      ['x-amz-meta-é', 'b'],
    ] as const)
      expect(
        await codeOf(
          receive(await presignCall({ method: 'PUT', query: { [name]: value } }, at), at),
        ),
      ).toBe('InvalidArgument');
  });
});
