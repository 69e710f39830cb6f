import { CHALLENGE_BYTES, isAnswer, newChallenge } from './auth';

const NONE_LEFT = 0;
const VNC_AUTH = 2;
const OK = 0;
const FAILED = 1;

/** The minor version of RFB 3.x that both sides use. */
type Minor = 3 | 7 | 8;

/** Decides whether a viewer may connect. */
export interface Gate {
  /** The password of this connection. */
  password: string;
  /** The reason why nobody may try now; null if one may. */
  refusal: () => string | null;
  onResult: (passed: boolean) => void;
}

/**
 * Handles ProtocolVersion, Security and ClientInit (source: RFC 6143 7.1-7.3.1). Returns the flag of ClientInit.
 * @throws Error if the viewer is refused, after sending the refusal
 */
export function* handshake(
  send: (bytes: Buffer) => void,
  gate: Gate,
): Generator<number, { shared: boolean }, Buffer> {
  send(Buffer.from('RFB 003.008\n', 'latin1'));
  const minor = readVersion(yield 12);

  const refusal = gate.refusal();
  if (refusal !== null) {
    send(
      Buffer.concat([minor === 3 ? word(NONE_LEFT) : Buffer.from([NONE_LEFT]), reason(refusal)]),
    );
    throw new Error(refusal);
  }
  if (minor === 3) send(word(VNC_AUTH));
  else {
    send(Buffer.from([1, VNC_AUTH]));
    const chosen = (yield 1).readUInt8(0);
    if (chosen !== VNC_AUTH) {
      sendFailure(send, minor, 'Security type not offered');
      throw new Error(`security type ${chosen} was not offered`);
    }
  }

  const challenge = newChallenge();
  send(challenge);
  const passed = isAnswer(yield CHALLENGE_BYTES, challenge, gate.password);
  gate.onResult(passed);
  if (!passed) {
    sendFailure(send, minor, 'Authentication failed');
    throw new Error('authentication failed');
  }
  send(word(OK));
  return { shared: (yield 1).readUInt8(0) !== 0 };
}

/** Reads the client's version. Unpublished versions count as 3.3, as the RFC says, and newer ones as 3.8. */
function readVersion(line: Buffer): Minor {
  const match = /^RFB (\d{3})\.(\d{3})\n$/.exec(line.toString('latin1'));
  if (!match) throw new Error('not an RFB client');
  const [major, minor] = [Number(match[1]), Number(match[2])];
  if (major < 3) throw new Error(`RFB ${major}.${minor} is too old`);
  if (major > 3 || minor >= 8) return 8;
  return minor === 7 ? 7 : 3;
}

function sendFailure(send: (bytes: Buffer) => void, minor: Minor, why: string): void {
  send(minor === 8 ? Buffer.concat([word(FAILED), reason(why)]) : word(FAILED));
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function reason(text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  return Buffer.concat([word(body.length), body]);
}
