import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { LanguageSupport, bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { css, LitElement } from 'lit';
import { sources } from './completion';
import { dialect } from './dialect';
import { statement, wanted } from './statement';
import { theme } from './theme';
import { EMPTY, type Vocabulary } from './vocabulary';

/** Where the engine says that a statement is wrong. */
interface Problem {
  position: number;
  message: string;
}

/** An editor of SQL, which tells what to run (`run`): the selection, or the statement at the cursor. */
class DuckboardSqlEditor extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-height: 6rem;
    }
    .editor {
      height: 100%;
    }
  `;

  private readonly language = new Compartment();
  private readonly completing = new Compartment();
  private vocabulary = EMPTY;
  private view?: EditorView;

  override firstUpdated() {
    const parent = document.createElement('div');
    parent.className = 'editor';
    this.renderRoot.append(parent);
    this.view = new EditorView({ parent, root: this.renderRoot as ShadowRoot, state: this.stateOf('') });
    this.speak();
  }

  /** Shows another text, whose history of changes begins here. */
  open(text: string) {
    void this.updateComplete.then(() => {
      this.view?.setState(this.stateOf(text));
      this.speak();
    });
  }

  /** Takes over what the engine knows. */
  learn(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.speak();
  }

  async format() {
    const view = this.view!;
    const { formatDialect, duckdb } = await import('sql-formatter');
    const part = view.state.selection.main.empty ? undefined : wanted(view.state);
    const span = part ?? { from: 0, to: view.state.doc.length, text: view.state.doc.toString() };
    try {
      const options = { dialect: duckdb, keywordCase: 'preserve', tabWidth: 2 } as const;
      const insert = formatDialect(span.text, options);
      view.dispatch({ changes: { from: span.from, to: span.to, insert } });
    } catch {
      this.dispatchEvent(new CustomEvent('format-failed'));
    }
    view.focus();
  }

  /** Underlines the word the engine complains of; the position counts from the start of what was run. */
  complain(start: number, problem: Problem | null) {
    const view = this.view;
    if (!view) {
      return;
    }
    const length = view.state.doc.length;
    if (!problem || start + problem.position > length) {
      view.dispatch(setDiagnostics(view.state, []));
      return;
    }
    const from = start + problem.position;
    const word = view.state.wordAt(from);
    const to = Math.max(word?.to ?? 0, Math.min(from + 1, length));
    const diagnostic = { from: Math.min(from, to), to, severity: 'error' as const, message: problem.message };
    view.dispatch(setDiagnostics(view.state, [diagnostic]));
  }

  override focus() {
    this.view?.focus();
  }

  run() {
    const view = this.view!;
    const span = wanted(view.state) ?? statement(view.state, view.state.doc.length);
    const start = span?.from ?? 0;
    const line = view.state.doc.lineAt(start);
    const detail = { sql: span?.text ?? '', start, line: line.number, column: start - line.from + 1 };
    this.dispatchEvent(new CustomEvent('run', { detail }));
    return true;
  }

  private stateOf(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        highlightSpecialChars(),
        highlightSelectionMatches(),
        history(),
        drawSelection(),
        rectangularSelection(),
        EditorState.allowMultipleSelections.of(true),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        this.language.of([]),
        this.completing.of([]),
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => this.run() }])),
        keymap.of([
          { key: 'Shift-Alt-f', run: () => (void this.format(), true) },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': 'SQL', spellcheck: 'false' }),
        theme,
      ],
    });
  }

  private speak() {
    const duckdb = dialect(this.vocabulary);
    this.view?.dispatch({
      effects: [
        this.language.reconfigure(new LanguageSupport(duckdb.language)),
        this.completing.reconfigure(
          autocompletion({ override: sources(this.vocabulary, duckdb), icons: false }),
        ),
      ],
    });
  }
}

customElements.define('duckboard-sql-editor', DuckboardSqlEditor);
