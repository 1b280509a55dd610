import type { EditorState, Text } from '@codemirror/state';
import { type Token, tokens } from './lexer';

/** A piece of the text. */
export interface Span {
  from: number;
  to: number;
  text: string;
}

/** How many characters of a statement on each side are read at a key. */
const NEAR = 10_000;

/** The selection, or else the statement that the cursor is in or has just left. */
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

/** The statement around a place. Between two statements, it is the one before. */
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

/** The nearby text of the statement around a place, short enough to be read at each key. */
export function around(state: EditorState, place: number): string {
  const all = reading(state.doc).statements;
  const near = all.findLast(({ from }) => from <= place) ?? all[0];
  // After its last word, a statement without a semicolon has ended, but somebody is still typing it.
  const own = near && (near.to >= place || !near.isClosed) ? near : { from: place, to: place };
  const from = Math.max(own.from, place - NEAR);
  return state.sliceDoc(from, Math.min(Math.max(own.to, place), place + NEAR));
}

/** Whether a place lies in a string or a comment. */
export function isText(state: EditorState, place: number): boolean {
  const kind = tokenBefore(state, place)?.kind;
  return kind === 'string' || kind === 'comment';
}

/** The token that a place is in or at the end of. */
export function tokenBefore({ doc }: EditorState, place: number): Token | undefined {
  return reading(doc).tokens.findLast(({ from, to }) => from < place && place <= to);
}

/** The tokens and statements of a document. */
interface Reading {
  tokens: Token[];
  statements: Statement[];
}

interface Statement {
  from: number;
  to: number;
  /** Whether the statement has its semicolon. */
  isClosed: boolean;
}

/** Cached, since several things are asked of a document at each key. */
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
