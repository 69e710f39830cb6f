// `node bench/house.mjs [folder of another checkout]` measures the size and structure of the code. It prints the lines
// (with comments and blank lines) and files of each part, tests separately, long functions, effects, import cycles, and
// comments that switch off the formatter. It reads the files that git tracks, and runs none of them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(process.argv[2] ?? '.');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(path.join(root, file)));
const text = new Map(tracked.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
const isTest = (file) =>
  /\.test\.tsx?$|\.(spec|long)\.ts$/.test(file) || /(^|\/)testing(\/|\.ts)/.test(file);
const linesOf = (file) => text.get(file).split('\n').length - 1;
const sum = (files) => files.reduce((total, file) => total + linesOf(file), 0);

/** The lines of each function with a body, including its braces. */
function functionsOf(file) {
  const source = ts.createSourceFile(file, text.get(file), ts.ScriptTarget.Latest, true);
  const found = [];
  let effects = 0;
  const visit = (node) => {
    const isFunction =
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node) ||
      ts.isMethodDeclaration(node);
    if (isFunction && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const to = source.getLineAndCharacterOfPosition(node.end).line;
      found.push({ file, line: from + 1, lines: to - from + 1 });
    }
    if (
      ts.isCallExpression(node) &&
      /^(React\.)?use(Layout|Insertion)?Effect$/.test(node.expression.getText(source))
    )
      effects += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { found, effects };
}

/** The files of the tree that a file imports: at run time, only for types, or dynamically. */
function importsOf(file) {
  const source = ts.createSourceFile(file, text.get(file), ts.ScriptTarget.Latest, true);
  const names = [];
  const visit = (node) => {
    const declared = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (declared && node.moduleSpecifier) names.push(node.moduleSpecifier.text);
    const lazy = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (lazy && ts.isStringLiteral(node.arguments[0])) names.push(node.arguments[0].text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names.map((name) => resolve(file, name)).filter((target) => target !== null);
}

function resolve(from, name) {
  const base = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), name)
      : null;
  if (base === null) return null;
  for (const end of ['', '.ts', '.tsx', '/index.ts', '/index.tsx'])
    if (text.has(base + end)) return base + end;
  return null;
}

/** Tarjan's strongly connected components of more than one node. */
function circlesOf(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return circles;
}

const parts = {
  app: (file) => file.startsWith('app/'),
  components: (file) => file.startsWith('components/'),
  lib: (file) => file.startsWith('lib/') && !file.startsWith('lib/contract/operations/'),
  "lib's tables of operations": (file) => file.startsWith('lib/contract/operations/'),
  sandbox: (file) => file.startsWith('sandbox/'),
};
console.log('part | files | lines | files of tests | lines of tests');
for (const [name, belongs] of Object.entries(parts)) {
  const all = tracked.filter(belongs);
  const tests = all.filter(isTest);
  const code = all.filter((file) => !isTest(file));
  console.log(`${name} | ${code.length} | ${sum(code)} | ${tests.length} | ${sum(tests)}`);
}

const code = tracked.filter((file) => /^(app|components|lib|sandbox)\/|^[^/]+$/.test(file));
const product = code.filter((file) => !isTest(file));
const measured = product.map((file) => functionsOf(file));
const functions = measured.flatMap(({ found }) => found);
const longer = (most) => functions.filter(({ lines }) => lines > most);
console.log(
  `\nfunctions over 60, 80, 100 lines: ${[60, 80, 100].map((most) => longer(most).length).join(', ')}`,
);
for (const { file, line, lines } of longer(80)) console.log(`  ${file}:${line} ${lines}`);
console.log(`effects: ${measured.reduce((total, { effects }) => total + effects, 0)}`);

const ignores = tracked.filter((file) => !file.startsWith('bench/house'));
const counted = ignores.map((file) => [
  file,
  text.get(file).match(/prettier-ignore/g)?.length ?? 0,
]);
const ignored = counted.filter(([, count]) => count > 0);
console.log(
  `prettier-ignore: ${ignored.reduce((total, [, count]) => total + count, 0)} in ${ignored.length} files`,
);

const graph = new Map(product.map((file) => [file, importsOf(file)]));
const circles = circlesOf(graph);
console.log(`circles of files: ${circles.length}`);
for (const circle of circles) console.log(`  ${circle.join(' ↔ ')}`);

/** The folder that a file belongs to, in components or lib. */
const roomOf = (file) =>
  /^(components\/(?:ui|[^/]+\/[^/]+)|lib\/[^/]+)(?=\/)/.exec(file)?.[0] ?? null;
const rooms = new Map();
for (const [file, targets] of graph) {
  const room = roomOf(file);
  if (room === null) continue;
  const beside = targets.map(roomOf).filter((other) => other !== null && other !== room);
  rooms.set(room, new Set([...(rooms.get(room) ?? []), ...beside]));
}
const pairs = [...rooms].flatMap(([room, others]) =>
  [...others]
    .filter((other) => room < other && rooms.get(other)?.has(room))
    .map((other) => `${room} ↔ ${other}`),
);
console.log(`folders that import each other: ${pairs.length}`);
for (const pair of pairs) console.log(`  ${pair}`);

const inside = (folder) => tracked.filter((file) => file.startsWith(folder)).length;
const first = new Set(
  tracked.map((file) => /^components\/([^/]+)\//.exec(file)?.[1]).filter(Boolean),
);
console.log(`files under app/(console): ${inside('app/(console)/')}`);
console.log(`rooms of components: ${first.size}`);
