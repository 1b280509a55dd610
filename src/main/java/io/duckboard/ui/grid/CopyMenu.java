package io.duckboard.ui.grid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;

/**
 * Ways to take rows away. Its items tell the grid in the browser, not here: a browser lets a page write to the clipboard
 * while it handles a click, and no longer.
 */
final class CopyMenu {

    private final AnswerGrid grid;

    CopyMenu(AnswerGrid grid) {
        this.grid = grid;
    }

    /** On a right click, or a long touch. */
    void onCellsOf(Component target) {
        var menu = new ContextMenu(target);
        add(menu, "Copy value", "copyValue", "");
        add(menu, "Show whole value", "openValue", "");
        for (CopyFormat format : CopyFormat.values()) {
            add(menu, "Copy rows as " + format.offer(), "copyRows", format.name());
        }
    }

    /** On a click. */
    void on(Component button) {
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        for (CopyFormat format : CopyFormat.values()) {
            add(menu, "As " + format.offer(), "copyRows", format.name());
        }
    }

    private void add(ContextMenu menu, String words, String function, String argument) {
        MenuItem item = menu.addItem(words);
        item.addAttachListener(_ ->
                item.getElement().executeJs("this.onclick = () => $0[$1]($2)", grid.getElement(), function, argument));
    }
}
