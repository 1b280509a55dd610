import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { LanguageSupport } from '@codemirror/language';
import { Compartment, type Extension, type StateEffect } from '@codemirror/state';
import { source } from './completion';
import { dialect } from './dialect';
import { EMPTY, type Vocabulary } from './vocabulary';

/** DuckDB's SQL with the words that the engine knows. */
export class Language {
  private readonly compartment = new Compartment();
  private markLearned = () => {};
  private readonly learned = new Promise<void>((resolve) => (this.markLearned = resolve));
  private known = EMPTY;
  private words: ReadonlySet<string> = new Set();
  private support: Extension = [];
  private source: CompletionSource = () => null;

  constructor() {
    this.take(EMPTY);
  }

  get vocabulary(): Vocabulary {
    return this.known;
  }

  /** The keywords that are not names without quotes. */
  get reserved(): ReadonlySet<string> {
    return this.words;
  }

  /** A part of each document's extensions. */
  extension(): Extension {
    return this.compartment.of(this.support);
  }

  /** Updates a document that was made before. */
  update(): StateEffect<unknown> {
    return this.compartment.reconfigure(this.support);
  }

  learn(vocabulary: Vocabulary) {
    this.take(vocabulary);
    this.markLearned();
  }

  /** Offers words; if it is asked before the engine's words have come, it waits for them. */
  async offered(context: CompletionContext): Promise<CompletionResult | null> {
    await this.learned;
    return context.aborted ? null : this.source(context);
  }

  private take(vocabulary: Vocabulary) {
    this.known = vocabulary;
    this.words = new Set(vocabulary.reserved);
    this.support = new LanguageSupport(dialect(vocabulary).language);
    this.source = source(vocabulary);
  }
}
