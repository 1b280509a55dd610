import { toggleComment } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import { html } from 'lit';

/** The buttons below the text. */
export function bar(view: EditorView, isCompleting: boolean, completing: (isOn: boolean) => void) {
  const mod = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl+';
  return html`
    <div class="bar" role="group" aria-label="Editing">
      <button type="button" title="Find (${mod}F)" @click=${() => openSearchPanel(view)}>Find</button>
      <button type="button" title="Comment or uncomment (${mod}/)" @click=${() => comment(view)}>Comment</button>
      <button
        class="end"
        type="button"
        role="switch"
        aria-checked=${isCompleting}
        title="Whether words are offered while you type; Ctrl+Space brings them in any case"
        @click=${() => completing(!isCompleting)}
      >
        Suggestions ${isCompleting ? 'on' : 'off'}
      </button>
    </div>
  `;
}

function comment(view: EditorView) {
  toggleComment(view);
  view.focus();
}
