// Whether a port can be listened on, and the sentence when it can't. Node built-ins only, since scripts, server.ts and
// sandbox/main.ts share it.
import { createServer } from 'node:net';

/**
 * A port that is about to be listened on, with the settings that name it and its host. `change` says how the setting
 * moves it, where that is not by naming another port.
 * @typedef {{ port: number, host: string, setting: string, hostSetting?: string, change?: string }} Wanted
 */

/**
 * What is wrong, for who started this.
 * @param {Wanted} wanted
 * @param {unknown} error of `listen`
 * @returns {string | null} null for an error of another kind
 */
export function listenSentence({ port, host, setting, hostSetting, change }, error) {
  const other = change ?? `set ${setting} to another port`;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what listens there, or ${other}.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user: ${other}, above 1023.`;
  if ((code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') && hostSetting)
    return `${hostSetting} is ${host}, and this machine has no such address.`;
  if (code === 'ERR_SOCKET_BAD_PORT') return `${setting} gives no port from 1 to 65535: ${other}.`;
  return null;
}

/**
 * Listens for a moment, to see whether it can.
 * @param {Wanted} wanted
 * @returns {Promise<string | null>} the sentence, or null where the port is free
 */
export async function portProblem(wanted) {
  const server = createServer();
  const error = await new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ port: wanted.port, host: wanted.host, exclusive: true }, () => resolve(null));
  }).catch((bad) => bad);
  if (error) return listenSentence(wanted, error);
  await new Promise((resolve) => server.close(resolve));
  return null;
}

/**
 * What is wrong with ports that will be listened on together.
 * @param {readonly Wanted[]} wanted
 * @returns {Promise<string[]>} a sentence each
 */
export async function portProblems(wanted) {
  const problems = new Map();
  const owners = new Map();
  for (const one of wanted) {
    const { port, setting } = one;
    if (problems.has(port)) continue;
    const owner = owners.get(port) ?? setting;
    owners.set(port, owner);
    const problem =
      owner === setting
        ? await portProblem(one)
        : `${owner} and ${setting} are both ${port}: set one of them to another port.`;
    if (problem) problems.set(port, problem);
  }
  return [...problems.values()];
}
