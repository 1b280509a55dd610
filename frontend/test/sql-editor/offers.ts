import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { source } from '../../src/sql-editor/completion';
import { editor, VOCABULARY } from './editor';

/** What is offered at the cursor while somebody types. */
export function offered(marked: string, completing = source(VOCABULARY)) {
  return at(marked, false, completing);
}

/** What is offered to whoever asks for it by key. */
export function asked(marked: string, completing = source(VOCABULARY)) {
  return at(marked, true, completing);
}

/** The words of a type, or all. */
export function words(result: CompletionResult | null, type?: string) {
  return result?.options.filter((option) => !type || option.type === type).map((option) => option.label);
}

function at(marked: string, explicit: boolean, completing: ReturnType<typeof source>) {
  const state = editor(marked);
  return completing(new CompletionContext(state, state.selection.main.head, explicit)) as CompletionResult | null;
}
