package io.duckboard.ui.grid;

import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;

/** A button that opens and closes something. */
final class Toggle extends Button {

    private boolean isOpen;

    Toggle(String words, Consumer<Boolean> toggled) {
        super(words);
        say();
        addClickListener(_ -> {
            isOpen = !isOpen;
            say();
            toggled.accept(isOpen);
        });
    }

    boolean isOpen() {
        return isOpen;
    }

    private void say() {
        getElement().setAttribute("aria-expanded", Boolean.toString(isOpen));
    }
}
