import { isolateHistory } from '@codemirror/commands';
import { ensureSyntaxTree } from '@codemirror/language';
import type { ChangeSpec } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { isText } from './statement';

const BRACES = /\{\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}\}/gu;
/** The longest `{{ name }}` that is looked for. */
const LONGEST = 200;
const PARSING_MS = 100;

/**
 * Makes `{{name}}`, as other editors of SQL write a parameter, what DuckDB knows: `$name`. It is a step of its own, so
 * that undoing brings it back; what is undone, or was there before, is left alone.
 */
export const bracesToDollars = EditorView.updateListener.of((update) => {
  if (update.docChanged && update.transactions.some((transaction) => transaction.isUserEvent('input'))) {
    const changes = found(update);
    if (changes.length > 0) {
      update.view.dispatch({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.parameter' });
    }
  }
});

function found({ state, changes }: ViewUpdate): ChangeSpec[] {
  const replaced = new Map<number, ChangeSpec>();
  const { head } = state.selection.main;
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const from = Math.max(0, fromB - LONGEST);
    const text = state.sliceDoc(from, Math.min(state.doc.length, toB + LONGEST));
    for (const match of text.matchAll(BRACES)) {
      const start = from + match.index;
      const end = start + match[0].length;
      const isBeingTyped = head > start && head < end;
      const isChanged = start <= toB && end >= fromB;
      if (isChanged && !isBeingTyped && !isTextOf(state, start)) {
        replaced.set(start, { from: start, to: end, insert: `$${match[1]}` });
      }
    }
  });
  return [...replaced.values()];

  function isTextOf(inState: typeof state, place: number): boolean {
    ensureSyntaxTree(inState, place + 1, PARSING_MS);
    return isText(inState, place + 1);
  }
}
