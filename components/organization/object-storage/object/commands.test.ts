import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandsFor, shellWord } from './commands';

const host = 's3.example.test';

/** The words that `sh` makes of a command, each told apart by a zero byte. */
const asShellReads = (command: string): string[] =>
  execFileSync('sh', ['-c', String.raw`printf '%s\0' ` + command], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

const keys = [
  'про',
  '=%?_',
  '02%20-%20FLY%20ME.mp3',
  '/hello.html',
  'exa//mple',
  'folder',
  "John's Resume.pdf",
  "''",
  'report(1).pdf',
  'a,b.mkv',
  '-rf',
  '--help/-x',
  '$(touch x)`id`$HOME',
  'a\\nb "c" & d | e; f > g # h !i ~j {k,l} [m]',
  '*',
  '~/x',
  ' ',
  '\u00a0',
  '日本/語.txt',
];

describe('the commands of an object', () => {
  it.each(keys)('%j comes out of a shell as it went in', (key) => {
    expect(asShellReads(shellWord(key) ?? '')).toEqual([key]);
    const commands = commandsFor({ bucket: 'b', key }, host);
    const aws = asShellReads(commands?.aws ?? '');
    expect(aws.slice(0, 6)).toEqual([
      'aws',
      '--endpoint-url',
      `https://${host}`,
      's3',
      'cp',
      `s3://b/${key}`,
    ]);
    expect(aws[6]).toMatch(/^\.\/[^/]+$/);
    expect(aws).toHaveLength(7);
  });

  it('name keys that end in a slash, and versions, exactly', () => {
    const words = asShellReads(
      commandsFor({ bucket: 'b', key: "-a's/", version: '-v 1' }, host)?.aws ?? '',
    );
    expect(words.slice(3)).toEqual([
      's3api',
      'get-object',
      '--bucket',
      'b',
      "--key=-a's/",
      '--version-id=-v 1',
      "./-a's",
    ]);
    expect(commandsFor({ bucket: 'b', key: 'folder/' }, host)?.s3cmd).toBeNull();
    expect(commandsFor({ bucket: 'b', key: 'file://x/' }, host)).toBeNull();
  });

  it('are s3cmd’s only where it takes the key for no pattern', () => {
    expect(commandsFor({ bucket: 'b', key: 'a?b' }, host)?.s3cmd).toBeNull();
    expect(commandsFor({ bucket: 'b', key: 'a*b' }, host)?.s3cmd).toBeNull();
    expect(commandsFor({ bucket: 'b', key: 'a%b' }, host)?.s3cmd).toBe(
      `s3cmd --host=${host} --host-bucket=${host} get 's3://b/a%b' './a%b'`,
    );
  });

  it.each(['a\nb', 'a\rb', 'a\tb', 'a\u001b[31mb', 'a\u007f', 'a\u0085b', 'a\u2028b', 'a\ud800'])(
    'are refused for %j',
    (key) => {
      expect(shellWord(key)).toBeNull();
      expect(commandsFor({ bucket: 'b', key }, host)).toBeNull();
    },
  );
});
