// `npm run demo`: installs, builds and starts the sandbox cloud and the console, on a machine with nothing but Node.
import path from 'node:path';
import { keepRunning, needBuild, needNode, needPackages, root, untilUp } from './run.mjs';
import { consoleEnv, ports, sandboxEnv } from './demo-settings.mjs';

needNode();
await needPackages();
await needBuild();
keepRunning([
  { command: process.execPath, args: [path.join(root, 'dist', 'sandbox.mjs')], env: sandboxEnv() },
  {
    command: process.execPath,
    args: [path.join(root, 'dist', 'server.mjs')],
    env: { ...consoleEnv(), NODE_ENV: 'production' },
  },
]);
await untilUp(`http://127.0.0.1:${ports.sandbox}/inbox`);
await untilUp(`http://127.0.0.1:${ports.console}/api/health`);
const { demoAccounts } = await import(path.join(root, 'dist', 'demo-accounts.mjs'));
console.log(`
Nusa is at  http://localhost:${ports.console}
mail inbox  http://localhost:${ports.sandbox}/inbox

${demoAccounts.awanio.map((user) => `  ${user.username.padEnd(8)} ${user.password.padEnd(16)} ${user.role} of an organization`).join('\n')}
${demoAccounts.dewavps.map((key) => `  ${key.key}  VPS key: ${key.label}`).join('\n')}

Ctrl-C stops both. State is kept in .data/ ; delete the folder to start anew.
`);
