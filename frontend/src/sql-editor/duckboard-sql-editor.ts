import { type CompletionContext, type CompletionSource, closeCompletion } from '@codemirror/autocomplete';
import { isolateHistory, toggleComment } from '@codemirror/commands';
import { LanguageSupport } from '@codemirror/language';
import { openSearchPanel } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { css, html, LitElement } from 'lit';
import { replaceBraces } from './braces';
import { type Complaint, complaining } from './complaint';
import { source } from './completion';
import { dialect } from './dialect';
import { Documents, replacement } from './documents';
import { insertion } from './insertion';
import { laidOut } from './layout';
import { setup } from './setup';
import { statement, wanted } from './statement';
import { EMPTY, type Vocabulary } from './vocabulary';

const UNTIL_SENT_MS = 300;
const NARROW_PX = 640;
const COMPLETING = 'duckboard-completing';

/**
 * An editor of SQL with several documents. It tells what to run (`run`): the selection, or the statement at the cursor;
 * what is typed (`text-changed`); and what would be run, if that has parameters (`statement-changed`).
 */
class DuckboardSqlEditor extends LitElement {
  static override properties = { isCompleting: { state: true } };

  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 6rem;
    }
    .editor {
      flex: 1;
      min-height: 0;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem;
      padding: 0.25rem 0.5rem;
      border-top: 1px solid var(--vaadin-border-color-secondary, var(--vaadin-border-color));
      font-size: 0.8125rem;
    }
    button {
      padding: 0.125rem 0.5rem;
      border: 1px solid transparent;
      border-radius: var(--vaadin-radius-s, 4px);
      background: none;
      color: var(--vaadin-text-color-secondary);
      font: inherit;
      cursor: pointer;
    }
    button:hover {
      background: var(--vaadin-background-container);
      color: var(--vaadin-text-color);
    }
    button:focus-visible {
      outline: 2px solid var(--vaadin-focus-ring-color);
    }
    .end {
      margin-inline-start: auto;
    }
    .unseen {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: 0;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  declare isCompleting: boolean;

  private readonly language = new Compartment();
  private readonly wrapping = new Compartment();
  private readonly documents = new Documents(() => this.extensions());
  private readonly width = new ResizeObserver(([entry]) => {
    const isNarrow = entry.contentRect.width < NARROW_PX;
    if (isNarrow !== this.isNarrow) {
      this.wrap(isNarrow);
    }
  });
  private markLearned = () => {};
  private readonly learned = new Promise<void>((resolve) => (this.markLearned = resolve));
  private vocabulary = EMPTY;
  private reserved: ReadonlySet<string> = new Set();
  private duckdb: Extension = [];
  private source: CompletionSource = () => null;
  private tabId?: string;
  private isNarrow = false;
  private isLeft = false;
  private sending = 0;
  private telling = 0;
  /** What the server knows of the documents. */
  private readonly known = new Map<string, string>();
  private lastStatement = '';
  private lastTab?: string;
  private readonly view: EditorView;

  constructor() {
    super();
    this.isCompleting = localStorage.getItem(COMPLETING) !== 'off';
    this.speak();
    // Nothing that is typed before there is a document could be kept.
    const nothing = [this.extensions(), EditorState.readOnly.of(true)];
    this.view = new EditorView({ state: EditorState.create({ extensions: nothing }) });
  }

  override connectedCallback() {
    super.connectedCallback();
    this.isLeft = false;
    this.width.observe(this);
    window.addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.hide);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.leave();
    this.width.disconnect();
    window.removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.hide);
  }

  override render() {
    const mod = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl+';
    return html`
      <div class="editor"></div>
      <div class="bar" role="group" aria-label="Editing">
        <button type="button" title="Find (${mod}F)" @click=${() => openSearchPanel(this.view)}>Find</button>
        <button type="button" title="Comment or uncomment (${mod}/)" @click=${() => this.comment()}>Comment</button>
        <button
          class="end"
          type="button"
          role="switch"
          aria-checked=${this.isCompleting}
          title="Whether words are offered while you type; Ctrl+Space brings them in any case"
          @click=${() => this.completing(!this.isCompleting)}
        >
          Suggestions ${this.isCompleting ? 'on' : 'off'}
        </button>
      </div>
      <p class="unseen" id="keys">Tab indents. Press Escape, then Tab, to leave the editor.</p>
    `;
  }

  override firstUpdated() {
    this.view.setRoot(this.renderRoot as ShadowRoot);
    this.renderRoot.querySelector('.editor')?.append(this.view.dom);
  }

  /** Switches to a document; another text than it had is a step to undo. */
  show(tabId: string, text: string) {
    if (tabId === this.tabId) {
      if (text !== this.known.get(tabId)) {
        this.replace(tabId, text);
      }
      return;
    }
    this.send();
    if (this.tabId !== undefined) {
      this.documents.keep(this.tabId, this.view.state, this.view.scrollSnapshot());
    }
    const kept = this.documents.get(tabId);
    const wasKnown = this.known.get(tabId);
    this.tabId = tabId;
    this.known.set(tabId, text);
    // Measures what was asked for: CodeMirror would measure tooltips of the old text against the new one.
    this.view.coordsAtPos(0);
    this.view.setState(kept?.state ?? this.documents.open(tabId, text));
    this.view.dispatch({ effects: [this.language.reconfigure(this.duckdb), ...(kept?.scroll ? [kept.scroll] : [])] });
    this.wrap(this.isNarrow);
    if (kept && wasKnown !== text) {
      this.replace(tabId, text);
    }
    this.send();
    this.tellStatement();
  }

  /** Puts another text into a document; one step to undo. */
  replace(tabId: string, text: string) {
    this.known.set(tabId, text);
    if (tabId === this.tabId) {
      this.view.dispatch(replacement(this.view.state, text));
      return;
    }
    const kept = this.documents.get(tabId);
    if (kept) {
      this.documents.keep(tabId, kept.state.update(replacement(kept.state, text)).state, kept.scroll);
    }
  }

  forget(tabId: string) {
    this.known.delete(tabId);
    this.documents.forget(tabId);
    if (tabId === this.tabId) {
      this.tabId = undefined;
    }
  }

  /** Takes over what the engine knows. */
  learn(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.speak();
    this.markLearned();
    this.view.dispatch({ effects: this.language.reconfigure(this.duckdb) });
  }

  /** Whether words are offered while someone types. */
  completing(isOn: boolean) {
    this.isCompleting = isOn;
    localStorage.setItem(COMPLETING, isOn ? 'on' : 'off');
    if (!isOn) {
      closeCompletion(this.view);
    }
  }

  /** Writes over what is selected, apart from the words on both sides. */
  insert(text: string) {
    this.view.dispatch(insertion(this.view.state, text));
    this.view.focus();
  }

  async format() {
    const { state } = this.view;
    const part = state.selection.main.empty ? undefined : wanted(state);
    const span = part ?? { from: 0, to: state.doc.length, text: state.doc.toString() };
    try {
      const insert = await laidOut(span.text);
      if (this.view.state.doc.eq(state.doc)) {
        const changes = { from: span.from, to: span.to, insert };
        this.view.dispatch({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.format' });
      }
    } catch {
      this.dispatchEvent(new CustomEvent('format-failed'));
    }
    this.view.focus();
  }

  /** Underlines the word the engine complains of; the position counts from the start of what was run. */
  complain(tabId: string, start: number, complaint: Complaint | null) {
    if (tabId === this.tabId) {
      this.view.dispatch(complaining(this.view.state, start, complaint, this.reserved));
      return;
    }
    const kept = this.documents.get(tabId);
    if (kept) {
      const spec = complaining(kept.state, start, complaint, this.reserved);
      this.documents.keep(tabId, kept.state.update(spec).state, kept.scroll);
    }
  }

  override focus() {
    this.view.focus();
  }

  run() {
    replaceBraces(this.view);
    const { state } = this.view;
    const span = wanted(state) ?? statement(state, state.doc.length);
    const start = span?.from ?? 0;
    const line = state.doc.lineAt(start);
    this.send();
    this.tellStatement();
    this.tell('run', { sql: span?.text ?? '', start, line: line.number, column: start - line.from + 1 });
    return true;
  }

  private comment() {
    toggleComment(this.view);
    this.view.focus();
  }

  private extensions(): Extension {
    return [
      setup({
        run: () => this.run(),
        format: () => {
          void this.format();
          return true;
        },
        complete: (context) => (this.isCompleting || context.explicit ? this.offered(context) : null),
      }),
      this.language.of(this.duckdb),
      this.wrapping.of(this.isNarrow ? EditorView.lineWrapping : []),
      EditorView.updateListener.of((update) => this.noteChange(update)),
      EditorView.domEventHandlers({ blur: () => this.send() }),
    ];
  }

  /** Asked before the engine's words have come, it waits for them. */
  private async offered(context: CompletionContext) {
    await this.learned;
    return context.aborted ? null : this.source(context);
  }

  private noteChange(update: ViewUpdate) {
    if (update.docChanged) {
      this.isLeft = false;
      window.clearTimeout(this.sending);
      this.sending = window.setTimeout(() => this.send(), UNTIL_SENT_MS);
    }
    if (update.docChanged || update.selectionSet) {
      window.clearTimeout(this.telling);
      this.telling = window.setTimeout(() => this.tellStatement(), UNTIL_SENT_MS);
    }
  }

  private send() {
    window.clearTimeout(this.sending);
    const text = this.view.state.doc.toString();
    if (this.tabId !== undefined && text !== this.known.get(this.tabId)) {
      this.known.set(this.tabId, text);
      this.tell('text-changed', { text });
    }
  }

  private tellStatement() {
    window.clearTimeout(this.telling);
    const { state } = this.view;
    const text = state.doc.toString();
    const sql = text.includes('$') ? ((wanted(state) ?? statement(state, state.doc.length))?.text ?? '') : '';
    const withParameters = sql.includes('$') ? sql : '';
    if (this.tabId !== undefined && (withParameters !== this.lastStatement || this.tabId !== this.lastTab)) {
      this.lastStatement = withParameters;
      this.lastTab = this.tabId;
      this.tell('statement-changed', { sql: withParameters });
    }
  }

  private tell(event: string, detail: object) {
    this.dispatchEvent(new CustomEvent(event, { detail: { tabId: this.tabId ?? '', ...detail } }));
  }

  private wrap(isNarrow: boolean) {
    this.isNarrow = isNarrow;
    this.view.dispatch({ effects: this.wrapping.reconfigure(isNarrow ? EditorView.lineWrapping : []) });
  }

  private speak() {
    const duckdb = dialect(this.vocabulary);
    this.duckdb = new LanguageSupport(duckdb.language);
    this.source = source(this.vocabulary);
    this.reserved = new Set(this.vocabulary.reserved);
  }

  /** Once for what the documents say: a page that is left is hidden as well, and by then all seems to be known. */
  private readonly leave = () => {
    if (this.isLeft) {
      return;
    }
    this.isLeft = true;
    const known = new Map(this.known);
    this.send();
    if (this.tabId !== undefined) {
      this.documents.keep(this.tabId, this.view.state, this.view.scrollSnapshot());
    }
    this.documents.store(known);
  };

  private readonly hide = () => {
    if (document.visibilityState === 'hidden') {
      this.leave();
    } else {
      this.isLeft = false;
    }
  };
}

customElements.define('duckboard-sql-editor', DuckboardSqlEditor);
