// `npm run dev`: the sandbox and the console with reloading, on the demo's ports and data.
import { bin, keepRunning, needNode, needPackages } from './run.mjs';
import { consoleEnv, sandboxEnv } from './demo-settings.mjs';

needNode();
await needPackages();
keepRunning([
  {
    command: bin('tsx'),
    args: ['watch', '--clear-screen=false', 'sandbox/main.ts'],
    env: { ...sandboxEnv(), SANDBOX_CONTROL: '1' },
  },
  {
    command: bin('tsx'),
    args: ['server.ts', '--dev'],
    env: { ...consoleEnv(), NUSA_DEV_PAGES: '1', NUSA_LOG_LEVEL: 'info' },
  },
]);
