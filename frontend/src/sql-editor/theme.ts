import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Uses the theme's own variables, so that light and dark need nothing more. */
export const theme = [
  EditorView.theme({
    '&': { height: '100%', fontSize: '0.875rem', backgroundColor: 'transparent', color: 'var(--vaadin-text-color)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--duckboard-code-font, ui-monospace, monospace)', lineHeight: '1.6' },
    // Not transparent, because long lines pass below it.
    '.cm-gutters': {
      backgroundColor: 'light-dark(#f4f5f7, #1b1e23)',
      color: 'var(--vaadin-text-color-secondary)',
      borderRight: 'none',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--vaadin-background-container)' },
    '.cm-cursor': { borderLeftColor: 'var(--vaadin-text-color)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'light-dark(#cfe0ff, #2b4470)',
    },
    '.cm-matchingBracket': { backgroundColor: 'light-dark(#d6e9d6, #35523a)' },
    '.cm-tooltip, .cm-panels': {
      backgroundColor: 'light-dark(#fff, #22252b)',
      color: 'var(--vaadin-text-color)',
      borderColor: 'var(--vaadin-border-color)',
    },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      backgroundColor: 'light-dark(#0072b2, #005a8f)',
      color: '#fff',
    },
    '.cm-completionDetail': { color: 'var(--vaadin-text-color-secondary)', fontStyle: 'normal' },
    '[aria-selected] > .cm-completionDetail': { color: 'inherit' },
    '.cm-panel.cm-search': { padding: '0.375rem 2rem 0.375rem 0.5rem', fontFamily: 'var(--aura-font-family, inherit)' },
    '.cm-panel.cm-search label': { fontSize: 'inherit' },
    '.cm-panel.cm-search [name=close]': { color: 'inherit', fontSize: '1.25rem', cursor: 'pointer' },
    '.cm-textfield, .cm-button': {
      padding: '0.125rem 0.375rem',
      fontSize: 'inherit',
      color: 'inherit',
      border: '1px solid var(--vaadin-border-color)',
      borderRadius: 'var(--vaadin-radius-s, 4px)',
      backgroundColor: 'transparent',
      backgroundImage: 'none',
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.keyword, color: 'light-dark(#7c3aed, #c4a7ff)' },
      { tag: [tags.typeName, tags.standard(tags.name)], color: 'light-dark(#0f6b7a, #74d0de)' },
      { tag: [tags.string, tags.special(tags.string)], color: 'light-dark(#2f6f2f, #98cf8f)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'light-dark(#b45309, #f0b36a)' },
      { tag: tags.comment, color: 'var(--vaadin-text-color-secondary)', fontStyle: 'italic' },
      { tag: tags.special(tags.name), color: 'light-dark(#be185d, #f19cc0)' },
    ]),
  ),
];
