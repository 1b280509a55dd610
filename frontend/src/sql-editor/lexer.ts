/** A piece of SQL. Blanks are not tokens. */
export interface Token {
  kind: Kind;
  text: string;
  from: number;
  to: number;
}

/** A name is in quotes; a word is a keyword or a name without quotes; the text of a parameter includes its `$`. */
export type Kind = 'comment' | 'string' | 'name' | 'word' | 'number' | 'parameter' | 'symbol';

// The first character of a name without quotes. DuckDB treats everything beyond ASCII as letters.
const LETTER = String.raw`[A-Za-z_\u{80}-\u{10FFFF}]`;
const TAG = String.raw`${LETTER}[\w\u{80}-\u{10FFFF}]*`;
const LINE_COMMENT = String.raw`--[^\n\r]*(?![^\n\r])`;
/** The text between two quoted parts of one string: blanks and line comments, with at least one line end. */
const NEXT_LINE = String.raw`'(?:[ \t\f]|${LINE_COMMENT})*[\n\r](?:[ \t\n\r\f]|${LINE_COMMENT}[\n\r])*'`;
const DIGITS = String.raw`\d(?:_?\d)*`;
const ARITHMETIC = signs('-+*/<>=');
const ANY_SIGN = signs('-+*/<>=~!@^&|`%');

/**
 * The patterns in the order in which they are tried. For block comments and dollar-quoted text they match only the
 * start.
 */
const PATTERNS: Record<Kind, string> = {
  comment: String.raw`${LINE_COMMENT}|/\*`,
  string: [
    `'(?:[^']+|''|${NEXT_LINE})*'?`,
    `[bBxX]'(?:[^']+|${NEXT_LINE})*'?`,
    String.raw`[eE]'(?:[^'\\]+|''|\\(?:.|$)|${NEXT_LINE})*'?`,
    String.raw`\$(?:${TAG})?\$`,
  ].join('|'),
  name: '"(?:[^"]+|"")*"?',
  word: String.raw`${LETTER}[\w$\u{80}-\u{10FFFF}]*`,
  number: String.raw`(?:${DIGITS}(?:\.(?!\.)(?:${DIGITS})?)?|\.${DIGITS})(?:[eE][\-+]?${DIGITS})?`,
  parameter: String.raw`\$(?:${DIGITS}|(?![bBeExX]')${TAG})`,
  // Signs that form one operator, up to a comment. An operator of arithmetic signs only leaves a plus or minus at its
  // end to what follows. DuckDB takes 63 signs at most.
  symbol: String.raw`::|:=|\.\.|\?${DIGITS}|${ARITHMETIC}{0,62}${signs('~!@^&|`%')}${ANY_SIGN}{0,62}|${ARITHMETIC}{0,62}${signs('*/<>=')}|[^ \t\n\r\f]`,
};

const KINDS = Object.keys(PATTERNS) as Kind[];
// By number, since reading groups by name takes twice as long.
const ONE_OF = KINDS.map((kind) => `(${PATTERNS[kind]})`).join('|');
const NEXT = new RegExp(String.raw`[ \t\n\r\f]*(?:${ONE_OF})`, 'suy');

/**
 * Unicode's blanks, which DuckDB makes plain ones before it scans a text, and what it passes over while it looks for
 * them: quotes and line comments, as far as it knows them there. It misses U+00A0 at the end of the text.
 */
const BLANK_OR_PASSED = new RegExp(
  [
    String.raw`(?<blank>\u{A0}(?!$)|[\u{2000}-\u{200B}\u{202F}\u{205F}\u{2060}\u{3000}\u{FEFF}])`,
    String.raw`'(?:[^']+|'')*'?|"(?:[^"]+|"")*"?|--[^\n\r]*`,
    String.raw`\$(?<tag>(?:${TAG})?)(?=\$).*?(?:\$\k<tag>(?=\$)|$)|\$${TAG}`,
  ].join('|'),
  'gsu',
);

/**
 * The tokens of a text, by the rules of DuckDB's scan.l, as `io.duckboard.engine.sql.Lexer` knows them; both are tested
 * with `lexical-cases.json`. What is never closed goes to the end of the text.
 */
export function tokens(text: string): Token[] {
  const plain = withPlainBlanks(text);
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    NEXT.lastIndex = at;
    const groups = NEXT.exec(plain);
    if (!groups) {
      return found;
    }
    const group = groups.findIndex((each, i) => i > 0 && each !== undefined);
    const begin = groups[group];
    const from = NEXT.lastIndex - begin.length;
    at = end(plain, begin, from);
    found.push({ kind: KINDS[group - 1], text: text.slice(from, at), from, to: at });
  }
}

/** Where the token ends of which this is all, or what it begins with. */
function end(text: string, begin: string, from: number): number {
  if (begin === '/*') {
    return endOfComment(text, from);
  }
  const to = from + begin.length;
  if (!/^\$.*\$$/s.test(begin)) {
    return to;
  }
  const close = text.indexOf(begin, to);
  return close < 0 ? text.length : close + begin.length;
}

function withPlainBlanks(text: string): string {
  return /[^\0-\x7f]/.test(text) ? text.replace(BLANK_OR_PASSED, (passed, blank) => (blank ? ' ' : passed)) : text;
}

/** There may be others within it. */
function endOfComment(text: string, start: number): number {
  const edges = /\/\*|\*\//g;
  edges.lastIndex = start;
  let depth = 0;
  for (let edge = edges.exec(text); edge; edge = edges.exec(text)) {
    depth += edge[0] === '/*' ? 1 : -1;
    if (depth === 0) {
      return edges.lastIndex;
    }
  }
  return text.length;
}

/** One of some signs, where no comment begins. */
function signs(some: string): string {
  return String.raw`(?:(?!--|/\*)[${some.replace('-', String.raw`\-`)}])`;
}
