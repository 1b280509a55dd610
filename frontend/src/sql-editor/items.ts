import { tokens } from './lexer';

/** A token, or the items in a pair of parentheses. */
export type Item = string | Item[];

/** The tokens, without comments, of a text that may be incomplete. */
export function grouped(text: string): Item[] {
  const outermost: Item[] = [];
  const around: Item[][] = [];
  let group = outermost;
  for (const token of tokens(text)) {
    if (token.text === '(') {
      const inner: Item[] = [];
      group.push(inner);
      around.push(group);
      group = inner;
    } else if (token.text === ')') {
      group = around.pop() ?? group;
    } else if (token.kind !== 'comment') {
      group.push(token.text);
    }
  }
  return outermost;
}
