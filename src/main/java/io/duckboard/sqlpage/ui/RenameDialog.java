package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for a tab's new name. */
final class RenameDialog extends Dialog {

    private static final int LONGEST = 60;

    private final TextField field = new TextField("Name");
    private final Consumer<String> renamed;

    RenameDialog(String name, Consumer<String> renamed) {
        this.renamed = renamed;
        setHeaderTitle("Rename tab");
        field.setValue(name);
        field.setMaxLength(LONGEST);
        field.setAutofocus(true);
        field.setAutoselect(true);
        field.setWidthFull();
        field.addKeyDownListener(Key.ENTER, _ -> rename());
        add(field);
        var rename = new Button("Rename", _ -> rename());
        rename.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Leave it", _ -> close()), rename);
    }

    private void rename() {
        String name = field.getValue().strip();
        if (name.isEmpty()) {
            field.setErrorMessage("A tab needs a name.");
            field.setInvalid(true);
            return;
        }
        close();
        renamed.accept(name);
    }
}
