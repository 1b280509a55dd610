import type { EditorState, Text } from '@codemirror/state';
import { type Token, tokens } from './lexer';

/** A piece of the text. */
export interface Span {
  from: number;
  to: number;
  text: string;
}

/** As much of a statement on each side as is looked through at a key. */
const NEAR = 10_000;

/** What is selected, or else the statement the cursor is in or has just left. */
export function wanted(state: EditorState): Span | undefined {
  const selection = state.selection.main;
  if (!selection.empty) {
    return span(state, selection.from, selection.to);
  }
  return statement(state, selection.head);
}

/** The part of the text that a run takes: the wanted one, or else the last statement. */
export function toRun(state: EditorState): Span | undefined {
  return wanted(state) ?? statement(state, state.doc.length);
}

/** The statement around a place, the last one before it where it stands between two. */
export function statement(state: EditorState, place: number): Span | undefined {
  let found: Span | undefined;
  for (const { from, to } of reading(state.doc).statements) {
    if (found && from > place && state.doc.lineAt(from).from > place) {
      break;
    }
    if (!found || from <= place || state.doc.lineAt(from).from <= place) {
      found = span(state, from, to);
    }
    if (place <= to) {
      break;
    }
  }
  return found;
}

/** The text of the statement around a place, as far as it is near: to be asked at each key. */
export function around(state: EditorState, place: number): string {
  const all = reading(state.doc).statements;
  const near = all.findLast(({ from }) => from <= place) ?? all[0];
  // Behind its last word, a statement that has no end is over, and yet it is what somebody is typing.
  const own = near && (near.to >= place || !near.isClosed) ? near : { from: place, to: place };
  const from = Math.max(own.from, place - NEAR);
  return state.sliceDoc(from, Math.min(Math.max(own.to, place), place + NEAR));
}

/** Whether a place lies in a string or a comment. */
export function isText(state: EditorState, place: number): boolean {
  const kind = tokenBefore(state, place)?.kind;
  return kind === 'string' || kind === 'comment';
}

/** The token that a place lies in, or at whose end. */
export function tokenBefore({ doc }: EditorState, place: number): Token | undefined {
  return reading(doc).tokens.findLast(({ from, to }) => from < place && place <= to);
}

/** What a document is made of. */
interface Reading {
  tokens: Token[];
  statements: Statement[];
}

interface Statement {
  from: number;
  to: number;
  /** Whether it has its semicolon. */
  isClosed: boolean;
}

/** Kept, since several things are asked of a document at each key. */
const READ = new WeakMap<Text, Reading>();

function reading(doc: Text): Reading {
  const known = READ.get(doc);
  if (known) {
    return known;
  }
  const found = tokens(doc.toString());
  const made = { tokens: found, statements: statementsOf(found) };
  READ.set(doc, made);
  return made;
}

function statementsOf(all: Token[]): Statement[] {
  const found: Statement[] = [];
  let open: Statement | undefined;
  for (const { kind, text, from, to } of all) {
    const isEnd = kind === 'symbol' && text === ';';
    if (kind === 'comment' || (isEnd && !open)) {
      continue;
    }
    if (!open) {
      open = { from, to, isClosed: false };
      found.push(open);
    }
    open.to = to;
    if (isEnd) {
      open.isClosed = true;
      open = undefined;
    }
  }
  return found;
}

function span(state: EditorState, from: number, to: number): Span | undefined {
  const text = state.sliceDoc(from, to);
  const start = from + text.length - text.trimStart().length;
  const trimmed = text.trim();
  return trimmed ? { from: start, to: start + trimmed.length, text: trimmed } : undefined;
}
