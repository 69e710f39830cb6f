// `npm run demo`: installs, builds and starts the sandbox cloud and the console, on a machine with nothing but Node.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepRunning } from './children.mjs';
import { consoleEnv, ports, sandboxEnv, wantedPorts } from './demo-settings.mjs';
import { root } from './root.mjs';
import { needBuild, needNode, needPackages, needPorts } from './run.mjs';

needNode();
// What would end the start is looked for before what takes minutes.
const controlled = ['1', 'true'].includes(process.env.SANDBOX_CONTROL ?? '');
await needPorts(wantedPorts({ control: controlled }));
const env = { sandbox: sandboxEnv(), console: { ...consoleEnv(), NODE_ENV: 'production' } };
await needPackages();
await needBuild();
const built = (name) => path.join(root, 'dist', name);
await keepRunning([
  { command: process.execPath, args: [built('sandbox.mjs')], env: env.sandbox },
  { command: process.execPath, args: [built('server.mjs')], env: env.console },
]);
const { demoAccounts } = await import(pathToFileURL(built('demo-accounts.mjs')).href);
const { provider } = demoAccounts;
console.log(`
Nusa is at  http://localhost:${ports.console}
mail inbox  http://localhost:${ports.sandbox}/inbox

${demoAccounts.awanio.map((user) => `  ${user.username.padEnd(8)} ${user.password.padEnd(16)} ${user.role} of an organization`).join('\n')}
  ${provider.username.padEnd(8)} ${provider.password.padEnd(16)} the provider's administrator, at /sign-in?as=provider
${demoAccounts.dewavps.map((key) => `  ${key.key}  VPS key: ${key.label}`).join('\n')}

Ctrl-C stops both. State is kept in .data/ ; delete the folder to start anew.
`);
