/** One command of a line. Its words contain placeholders for variables; see `fill`. */
export interface Invocation {
  words: string[];
  redirect: { path: string; append: boolean } | null;
  /** Whether it runs only if the one before it succeeded (`&&`). */
  onSuccess: boolean;
}

/** The error for a line that is no valid command. */
export class SyntaxProblem extends Error {}

interface Token {
  text: string;
  operator: boolean;
}

/** The sign around a variable's name; nobody can type it. */
const MARK = '\0';

const OPERATORS = ['&&', '>>', '>', ';'];
const UNSUPPORTED = ['|', '<', '&', '(', ')', '`'];

/** Splits a line into commands: quotes, `\`, `$NAME`, `>`, `>>`, `;` and `&&`. @throws SyntaxProblem */
export function parse(line: string): Invocation[] {
  const commands: Invocation[] = [];
  let current: Invocation = { words: [], redirect: null, onSuccess: false };
  const close = (onSuccess: boolean) => {
    if (current.words.length > 0) commands.push(current);
    else if (onSuccess || current.redirect)
      throw new SyntaxProblem('syntax error: a command is missing');
    current = { words: [], redirect: null, onSuccess };
  };
  const tokens = tokenize(line);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (!token.operator) current.words.push(token.text);
    else if (token.text === ';' || token.text === '&&') close(token.text === '&&');
    else {
      const target = tokens[++i];
      if (!target || target.operator)
        throw new SyntaxProblem(`syntax error: a file name is missing after ${token.text}`);
      current.redirect = { path: target.text, append: token.text === '>>' };
    }
  }
  if (current.onSuccess && current.words.length === 0)
    throw new SyntaxProblem('syntax error: a command is missing');
  close(false);
  return commands;
}

function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  let word: string | null = null;
  const push = () => {
    if (word !== null) tokens.push({ text: word, operator: false });
    word = null;
  };
  for (let i = 0; i < line.length;) {
    const rest = line.slice(i);
    const char = rest.charAt(0);
    const operator = OPERATORS.find((candidate) => rest.startsWith(candidate));
    if (char === '#' && word === null) break;
    if (char === ' ') {
      push();
      i++;
    } else if (operator) {
      push();
      tokens.push({ text: operator, operator: true });
      i += operator.length;
    } else if (UNSUPPORTED.includes(char)) {
      throw new SyntaxProblem(`this shell does not know ${char}`);
    } else {
      const piece = readPiece(rest);
      word = (word ?? '') + piece.text;
      i += piece.length;
    }
  }
  push();
  return tokens;
}

/** Reads a quoted string, an escaped character, a variable or one plain character. */
function readPiece(rest: string): { text: string; length: number } {
  const char = rest.charAt(0);
  if (char === "'" || char === '"') {
    const end = rest.indexOf(char, 1);
    if (end < 0) throw new SyntaxProblem(`syntax error: ${char} is not closed`);
    const inside = rest.slice(1, end);
    return { text: char === '"' ? mark(inside) : inside, length: end + 1 };
  }
  if (char === '\\' && rest.length > 1) return { text: rest.charAt(1), length: 2 };
  const variable = /^\$(\w+|\?)/.exec(rest);
  if (variable) return { text: mark(variable[0]), length: variable[0].length };
  return { text: char, length: 1 };
}

/** Replaces variables by placeholders, since their values are known only after the commands before. */
function mark(text: string): string {
  return text.replace(/\$(\w+|\?)/g, `${MARK}$1${MARK}`);
}

/** Inserts the values of variables into a parsed word; unknown variables are empty. */
export function fill(word: string, variables: ReadonlyMap<string, string>): string {
  return word
    .split(MARK)
    .map((piece, i) => (i % 2 === 1 ? (variables.get(piece) ?? '') : piece))
    .join('');
}
