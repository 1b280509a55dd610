import { isolateHistory } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';

/** Replaces the selection by a text, with blanks between it and the words on both sides; one step to undo. */
export function insertion(state: EditorState, text: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const before = /[\p{L}\p{N}_$")]/u.test(state.sliceDoc(from - 1, from)) ? ' ' : '';
  const after = /[\p{L}\p{N}_$"]/u.test(state.sliceDoc(to, to + 1)) ? ' ' : '';
  return {
    changes: { from, to, insert: before + text + after },
    selection: { anchor: from + before.length + text.length },
    scrollIntoView: true,
    annotations: isolateHistory.of('full'),
    userEvent: 'input.insert',
  };
}
