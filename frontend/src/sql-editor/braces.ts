import { isolateHistory } from '@codemirror/commands';
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tokenBefore } from './statement';

const BRACES = /\{\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}\}/gu;
/** The longest `{{ name }}` that is looked for. */
const LONGEST = 200;

/**
 * Turns `{{name}}`, which other SQL editors use for a parameter, into DuckDB's `$name`. It is a step of its own, so
 * that an undo brings it back. Braces that come from an undo, or were there before, stay unchanged.
 */
export const bracesToDollars = EditorView.updateListener.of((update) => {
  if (update.docChanged && update.transactions.some((transaction) => transaction.isUserEvent('input'))) {
    const { head } = update.state.selection.main;
    const changes = new Map<number, Braces>();
    update.changes.iterChangedRanges((_fromA, _toA, from, to) => {
      for (const braces of found(update.state, from, to)) {
        changes.set(braces.from, braces);
      }
    });
    const isFinished = ({ from, to }: Braces) => head <= from || head >= to;
    replace(update.view, [...changes.values()].filter(isFinished));
  }
});

/** Does the same for a whole text that came from elsewhere, because it is about to run. */
export function replaceBraces(view: EditorView) {
  replace(view, found(view.state, 0, view.state.doc.length));
}

interface Braces {
  from: number;
  to: number;
  insert: string;
}

function replace(view: EditorView, changes: Braces[]) {
  if (changes.length > 0) {
    view.dispatch({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.parameter' });
  }
}

/** Finds the braces that touch a range, outside of quotes and comments. */
function found(state: EditorState, from: number, to: number): Braces[] {
  const start = Math.max(0, from - LONGEST);
  return [...state.sliceDoc(start, Math.min(state.doc.length, to + LONGEST)).matchAll(BRACES)]
    .map((match) => ({
      from: start + match.index,
      to: start + match.index + match[0].length,
      insert: `$${match[1]}`,
    }))
    .filter((braces) => braces.from <= to && braces.to >= from && !isQuotedOrComment(state, braces.from + 1));
}

function isQuotedOrComment(state: EditorState, place: number): boolean {
  return ['string', 'name', 'comment'].includes(tokenBefore(state, place)?.kind ?? '');
}
