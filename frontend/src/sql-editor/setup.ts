import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import {
  type Command,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { bracesToDollars } from './braces';
import { fixFirst, withdrawnWhenChanged } from './complaint';
import { theme } from './theme';

/** This is more than anybody reads, and few enough to draw at each key. */
const MOST_OFFERED = 40;

/** What the editor asks of the element that contains it. */
export interface Owner {
  run: Command;
  format: Command;
  complete(context: CompletionContext): CompletionResult | null | Promise<CompletionResult | null>;
}

/** The extensions of every document, except for its language. */
export function setup(owner: Owner): Extension {
  return [
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
    search({ top: true }),
    autocompletion({
      override: [(context) => owner.complete(context)],
      icons: false,
      maxRenderedOptions: MOST_OFFERED,
      // Compares characters only: thousands of comparisons by the rules of a language would take as long as a frame.
      compareCompletions: (a, b) => (a.label < b.label ? -1 : Number(a.label > b.label)),
    }),
    bracesToDollars,
    withdrawnWhenChanged,
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run: owner.run }])),
    keymap.of([
      { key: 'Shift-Alt-f', run: owner.format },
      { key: 'Mod-.', run: fixFirst },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': 'SQL',
      'aria-describedby': 'keys',
      spellcheck: 'false',
      // This is the default, set explicitly so that accessibility checks see that the keyboard reaches the scrolling
      // part.
      tabindex: '0',
    }),
    theme,
  ];
}
