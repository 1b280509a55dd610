/** A token, or what stands in parentheses. */
export type Item = string | Item[];

const TOKEN =
  /--[^\n]*|\/\*|e'(?:[^'\\]|''|\\[\s\S])*'?|'(?:[^']|'')*'?|\$([a-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)|"(?:[^"]|"")*"?|[\p{L}\p{N}_$]+|\S/giu;

/** The tokens of a text that may be half written: what is never closed goes to the end. */
export function grouped(text: string): Item[] {
  const outermost: Item[] = [];
  const around: Item[][] = [];
  let group = outermost;
  for (const token of tokens(text)) {
    if (token === '(') {
      const inner: Item[] = [];
      group.push(inner);
      around.push(group);
      group = inner;
    } else if (token === ')') {
      group = around.pop() ?? group;
    } else {
      group.push(token);
    }
  }
  return outermost;
}

/** Comments apart. */
function* tokens(text: string): Generator<string> {
  const next = new RegExp(TOKEN);
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (found[0] === '/*') {
      next.lastIndex = endOfComment(text, found.index);
    } else if (!found[0].startsWith('--')) {
      yield found[0];
    }
  }
}

/** There may be others within it. */
function endOfComment(text: string, start: number): number {
  let depth = 0;
  for (const sign of text.slice(start).matchAll(/\/\*|\*\//g)) {
    depth += sign[0] === '/*' ? 1 : -1;
    if (depth === 0) {
      return start + sign.index + sign[0].length;
    }
  }
  return text.length;
}
