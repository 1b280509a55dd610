import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { source } from '../../src/sql-editor/completion';
import { editor, VOCABULARY } from './editor';

/** The words that are offered at the cursor while somebody types. */
export function offered(marked: string, completing = source(VOCABULARY)) {
  return at(marked, false, completing);
}

/** The words that are offered when somebody asks for them by key. */
export function asked(marked: string, completing = source(VOCABULARY)) {
  return at(marked, true, completing);
}

/** The words of one type, or all words. */
export function words(result: CompletionResult | null, type?: string) {
  return result?.options.filter((option) => !type || option.type === type).map((option) => option.label);
}

function at(marked: string, explicit: boolean, completing: ReturnType<typeof source>) {
  const state = editor(marked);
  return completing(new CompletionContext(state, state.selection.main.head, explicit)) as CompletionResult | null;
}
