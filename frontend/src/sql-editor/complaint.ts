import {
  type Action,
  type Diagnostic,
  forEachDiagnostic,
  setDiagnostics,
  setDiagnosticsEffect,
} from '@codemirror/lint';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { identifier } from './vocabulary';

/** Where the engine says that a statement is wrong. */
export interface Complaint {
  /** The position from the start of what was run. */
  position: number;
  message: string;
  /** What to do; empty if nobody knows. */
  hint: string;
}

const CANDIDATE = /^Did you mean "(.+)"\?$/s;

/** Underlines the word the engine complains of; null takes the underline away. */
export function complaining(
  state: EditorState,
  start: number,
  complaint: Complaint | null,
  reserved: ReadonlySet<string>,
): TransactionSpec {
  const length = state.doc.length;
  if (!complaint || start + complaint.position > length) {
    return setDiagnostics(state, []);
  }
  const place = start + complaint.position;
  const word = wordAt(state, place);
  const to = Math.max(word.to, Math.min(place + 1, length));
  const diagnostic: Diagnostic = {
    from: Math.min(place, to),
    to,
    severity: 'error',
    message: complaint.hint ? `${complaint.message}\n${complaint.hint}` : complaint.message,
    actions: actions(complaint.hint, reserved),
  };
  return setDiagnostics(state, [diagnostic]);
}

/** Applies the fix that the first complaint offers. */
export function fixFirst(view: EditorView): boolean {
  let done = false;
  forEachDiagnostic(view.state, ({ actions: [action] = [] }, from, to) => {
    if (action && !done) {
      done = true;
      action.apply(view, from, to);
    }
  });
  return done;
}

/** Removes a complaint once the text that it is about has changed. */
export const withdrawnWhenChanged = EditorState.transactionExtender.of((transaction) => {
  if (!transaction.docChanged) {
    return null;
  }
  let isTouched = false;
  forEachDiagnostic(transaction.startState, (_, from, to) => {
    isTouched ||= transaction.changes.touchesRange(from, to) !== false;
  });
  return isTouched ? { effects: setDiagnosticsEffect.of([]) } : null;
});

function actions(hint: string, reserved: ReadonlySet<string>): Action[] {
  const candidate = CANDIDATE.exec(hint)?.[1];
  if (candidate === undefined) {
    return [];
  }
  const insert = candidate
    .split('.')
    .map((part) => identifier(part, reserved))
    .join('.');
  return [
    {
      name: `Replace by ${insert}`,
      apply(view, from, to) {
        view.dispatch({
          changes: { from, to, insert },
          selection: { anchor: from + insert.length },
          userEvent: 'input.fix',
        });
        view.focus();
      },
    },
  ];
}

/** The name at this place, or the whole quoted name. */
function wordAt(state: EditorState, place: number): { to: number } {
  const line = state.doc.lineAt(place);
  const quoted = /^"(?:[^"]|"")*"/.exec(state.sliceDoc(place, line.to));
  return quoted ? { to: place + quoted[0].length } : (state.wordAt(place) ?? { to: place });
}
