import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { mergeCommands, removeCommands, useCommands } from './kubeconfig-commands';

const context = '0x1f-1a2b3c4d';
const merge = mergeCommands(`kubeconfig-${context}.yaml`, context);

it('reads the new file first, and replaces the person’s own only if all went well', () => {
  expect(merge).toContain(`KUBECONFIG=./kubeconfig-${context}.yaml:~/.kube/config `);
  expect(merge).toMatch(/--flatten > ~\/\.kube\/config\.new &&\n.*set current-context.* &&\n +mv /);
});

it('names the context everywhere', () => {
  expect(useCommands(context)).toContain(`--context '${context}'`);
  expect(removeCommands(context).split('\n')).toHaveLength(3);
});

it('is what a shell can read', () => {
  for (const commands of [merge, useCommands(context), removeCommands(context)])
    expect(spawnSync('sh', ['-n', '-c', commands]).status).toBe(0);
});
