import { isolateHistory } from '@codemirror/commands';
import type { EditorView } from '@codemirror/view';
import { wanted } from './statement';

/**
 * Lays out the selection, or else the whole text, as one step to undo. A text that has changed meanwhile stays as it
 * is.
 */
export async function layOut(view: EditorView): Promise<void> {
  const { state } = view;
  const part = state.selection.main.empty ? undefined : wanted(state);
  const span = part ?? { from: 0, to: state.doc.length, text: state.doc.toString() };
  const insert = await laidOut(span.text);
  if (view.state.doc.eq(state.doc)) {
    const changes = { from: span.from, to: span.to, insert };
    view.dispatch({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.format' });
  }
}

/** Lays SQL out. @throws if it is not SQL, or if more than blanks would change */
export async function laidOut(sql: string): Promise<string> {
  const { formatDialect, duckdb } = await import('sql-formatter');
  const text = formatDialect(sql, {
    dialect: duckdb,
    keywordCase: 'preserve',
    tabWidth: 2,
    // The formatter's dialect does not know $name. The start of $tag$…$tag$ is not a parameter.
    paramTypes: { custom: [{ regex: String.raw`\$\w+(?![\w$])` }] },
  });
  if (unspaced(text) !== unspaced(sql)) {
    throw new Error('The layout would change the text.');
  }
  return text;
}

function unspaced(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
