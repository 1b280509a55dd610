import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { dialect } from '../../src/sql-editor/dialect';
import type { Vocabulary } from '../../src/sql-editor/vocabulary';

export const VOCABULARY: Vocabulary = {
  keywords: ['select', 'from', 'where', 'with', 'as', 'zone', 'order', 'by', 'values'],
  reserved: ['select', 'from', 'where', 'with', 'as', 'order'],
  functions: ['count', 'date_trunc', 'sum'],
  tables: [
    {
      name: 'trips',
      columns: [
        { name: 'pickup_at', type: 'TIMESTAMP' },
        { name: 'location_id', type: 'INTEGER' },
        { name: 'Total Amount', type: 'DOUBLE' },
      ],
    },
    {
      name: 'zones',
      columns: [
        { name: 'location_id', type: 'INTEGER' },
        { name: 'zone', type: 'VARCHAR' },
      ],
    },
  ],
};

const LANGUAGE = dialect(VOCABULARY).language;

/** The state of an editor. `|` is its cursor; the text between two of them is selected. */
export function editor(marked: string, extensions: Extension = []): EditorState {
  const [before, selected, after] = marked.split('|');
  const doc = marked.replaceAll('|', '');
  const anchor = before.length;
  const head = after === undefined ? anchor : anchor + selected.length;
  const state = EditorState.create({
    doc,
    selection: EditorSelection.single(anchor, head),
    extensions: [LANGUAGE, extensions],
  });
  ensureSyntaxTree(state, doc.length, 10_000);
  return state.update({}).state;
}

/**
 * The state of a text that has just arrived. The end of a long text is not parsed yet: a browser does that gradually.
 */
export function unread(doc: string): EditorState {
  return EditorState.create({ doc, extensions: LANGUAGE });
}
