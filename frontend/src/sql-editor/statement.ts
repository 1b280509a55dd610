import { ensureSyntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** A piece of the text. */
export interface Span {
  from: number;
  to: number;
  text: string;
}

const PARSING_MS = 200;

/** What is selected, or else the statement the cursor is in or has just left. */
export function wanted(state: EditorState): Span | undefined {
  const selection = state.selection.main;
  if (!selection.empty) {
    return span(state, selection.from, selection.to);
  }
  return statement(state, selection.head);
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
