import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** A piece of the text. */
export interface Span {
  from: number;
  to: number;
  text: string;
}

/** For 300 KB, on a slow machine. */
const PARSING_MS = 2000;
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
  for (const node of statements(state)) {
    if (found && node.from > place && state.doc.lineAt(node.from).from > place) {
      break;
    }
    if (!found || node.from <= place || state.doc.lineAt(node.from).from <= place) {
      found = span(state, node.from, node.to);
    }
    if (place <= node.to) {
      break;
    }
  }
  return found;
}

/** The text of the statement around a place, as far as it has been read and is near: to be asked at each key. */
export function around(state: EditorState, place: number): string {
  const tree = syntaxTree(state);
  // Behind its last word, a statement that has no end is over, and yet it is what somebody is typing.
  const node = tree.topNode.childBefore(place + 1) ?? tree.topNode.childAfter(place);
  const own = node?.name === 'Statement' && node.to >= place ? node : undefined;
  const open = own ?? lastOpen(state, place);
  const from = Math.max(open?.from ?? place, place - NEAR);
  return state.sliceDoc(from, Math.min(Math.max(open?.to ?? place, place), place + NEAR));
}

/** Whether a place lies in a string or a comment, as far as the text has been read. */
export function isText(state: EditorState, place: number, tree = syntaxTree(state)): boolean {
  const node = tree.resolveInner(place, -1).name;
  return node === 'String' || node === 'LineComment' || node === 'BlockComment';
}

function lastOpen(state: EditorState, place: number) {
  const node = syntaxTree(state).topNode.childBefore(place + 1);
  return node?.name === 'Statement' && !state.sliceDoc(node.from, node.to).endsWith(';') ? node : undefined;
}

function statements(state: EditorState) {
  const tree = ensureSyntaxTree(state, state.doc.length, PARSING_MS);
  return tree ? tree.topNode.getChildren('Statement') : [];
}

function span(state: EditorState, from: number, to: number): Span | undefined {
  const text = state.sliceDoc(from, to);
  const start = from + text.length - text.trimStart().length;
  const trimmed = text.trim();
  return trimmed ? { from: start, to: start + trimmed.length, text: trimmed } : undefined;
}
