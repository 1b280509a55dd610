import { historyField, isolateHistory } from '@codemirror/commands';
import { EditorState, type Extension, type StateEffect, type TransactionSpec } from '@codemirror/state';

/** A document that is not shown. */
interface Kept {
  state: EditorState;
  scroll?: StateEffect<unknown>;
}

/** A document that the browser's tab keeps over a reload. */
interface Stored {
  /**
   * The texts of which the server knew one, if they differ from the state: it may not have heard of the last keys. The
   * version before this one wrote a single text.
   */
  known?: string | readonly string[];
  state: { doc: string };
}

const KEY = 'duckboard-editor:';
const FIELDS = { history: historyField };
/** A tab of the browser has about 5 MB, which other code uses as well. */
const MOST_CHARACTERS = 500_000;
/** A server that goes away has heard the first of what it did not answer, and nothing of the rest. */
const MOST_KNOWN = 20;

/** The documents by their tabs' ids, each with its history of changes, its selection and its scroll position. */
export class Documents {
  private readonly kept = new Map<string, Kept>();

  /** @param setup returns the extensions that each state is made with */
  constructor(private readonly setup: () => Extension) {}

  keep(tabId: string, state: EditorState, scroll?: StateEffect<unknown>) {
    this.kept.set(tabId, { state, scroll });
  }

  get(tabId: string): Kept | undefined {
    return this.kept.get(tabId);
  }

  /** Changes a document, if it is kept. */
  change(tabId: string, change: (state: EditorState) => TransactionSpec) {
    const kept = this.kept.get(tabId);
    if (kept) {
      this.keep(tabId, kept.state.update(change(kept.state)).state, kept.scroll);
    }
  }

  /** Restores a document from before a reload, if that is what the server knows, or else makes a new one. */
  open(tabId: string, text: string): EditorState {
    return this.restored(tabId, text) ?? EditorState.create({ doc: text, extensions: this.setup() });
  }

  forget(tabId: string) {
    this.kept.delete(tabId);
    sessionStorage.removeItem(KEY + tabId);
  }

  /**
   * Stores all documents for after a reload.
   *
   * @param known of each the texts of which the server knows one, the oldest first
   */
  store(known: ReadonlyMap<string, readonly string[]>) {
    for (const [tabId, { state }] of this.kept) {
      this.storeOne(tabId, state, known.get(tabId) ?? ['']);
    }
  }

  private storeOne(tabId: string, state: EditorState, known: readonly string[]) {
    for (const json of this.forms(state, known)) {
      if (json.length <= MOST_CHARACTERS) {
        try {
          sessionStorage.setItem(KEY + tabId, json);
          return;
        } catch {
          // The storage is full; a shorter form may fit.
        }
      }
    }
    sessionStorage.removeItem(KEY + tabId);
  }

  private *forms(state: EditorState, known: readonly string[]): Generator<string> {
    const isKnown = known.every((text) => text === state.doc.toString());
    for (const fields of [FIELDS, undefined]) {
      for (const most of [MOST_KNOWN, 1]) {
        const base = isKnown ? {} : { known: known.slice(0, most) };
        yield JSON.stringify({ ...base, state: state.toJSON(fields) });
      }
    }
  }

  private restored(tabId: string, text: string): EditorState | undefined {
    const json = sessionStorage.getItem(KEY + tabId);
    if (!json) {
      return undefined;
    }
    try {
      const stored = JSON.parse(json) as Stored;
      const isSame = stored.state.doc === text || [stored.known ?? []].flat().includes(text);
      return isSame ? EditorState.fromJSON(stored.state, { extensions: this.setup() }, FIELDS) : undefined;
    } catch {
      // Another version wrote this: the text comes from the server, and the history begins again.
      return undefined;
    }
  }
}

/** Replaces the text by another one where they differ, as one step to undo. */
export function replacement(state: EditorState, given: string): TransactionSpec {
  const old = state.doc.toString();
  // A document has its own line ends.
  const text = state.toText(given).toString();
  const least = Math.min(old.length, text.length);
  let from = 0;
  while (from < least && old[from] === text[from]) {
    from++;
  }
  let same = 0;
  while (same < least - from && old[old.length - 1 - same] === text[text.length - 1 - same]) {
    same++;
  }
  const changes = { from, to: old.length - same, insert: text.slice(from, text.length - same) };
  return { changes, annotations: isolateHistory.of('full') };
}
