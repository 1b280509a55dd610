package io.duckboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;

/**
 * Copies what a field or an element shows. It copies in the browser only: a browser grants the clipboard to a click, but
 * not to an answer that comes later. A page that came over plain HTTP from another machine has no clipboard; then the
 * text is selected.
 */
public final class CopyButton extends Button {

    public CopyButton(Component shown) {
        super("Copy");
        getElement().executeJs("""
                        this.addEventListener('click', async () => {
                          const shown = $0;
                          try {
                            await navigator.clipboard.writeText(shown.value ?? shown.textContent);
                            this.textContent = 'Copied';
                          } catch {
                            if (shown.inputElement) {
                              shown.inputElement.select();
                            } else {
                              getSelection().selectAllChildren(shown);
                            }
                            this.textContent = 'Press Ctrl+C or ⌘+C';
                          }
                        })""", shown.getElement());
    }
}
