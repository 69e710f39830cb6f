// `npm run dev`: the sandbox and the console with reloading, on the demo's ports and data.
import { keepRunning } from './children.mjs';
import { consoleEnv, sandboxEnv, wantedPorts } from './demo-settings.mjs';
import { buildPdfViewer } from './pdf-viewer.mjs';
import { bin } from './root.mjs';
import { needNode, needPackages, needPorts } from './run.mjs';

needNode();
await needPorts(wantedPorts({ control: true }));
const env = { sandbox: sandboxEnv(), console: consoleEnv() };
await needPackages();
await buildPdfViewer();
await keepRunning([
  {
    command: bin('tsx'),
    args: ['watch', '--clear-screen=false', 'sandbox/main.ts'],
    env: { ...env.sandbox, SANDBOX_CONTROL: '1' },
  },
  {
    command: bin('tsx'),
    args: ['server.ts', '--dev'],
    env: { ...env.console, NUSA_DEV_PAGES: '1', NUSA_LOG_LEVEL: 'info' },
  },
]);
