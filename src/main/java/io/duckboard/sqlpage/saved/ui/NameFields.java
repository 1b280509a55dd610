package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.sqlpage.saved.SavedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields for a query's name and folder. The folder may be a new one. */
final class NameFields extends Div {

    private final TextField name = new TextField("Name");
    private final ComboBox<String> folder = new ComboBox<>("Folder");

    NameFields() {
        addClassName("name-fields");
        folder.setAllowCustomValue(true);
        folder.addCustomValueSetListener(typed -> folder.setValue(typed.getDetail()));
        folder.setPlaceholder("none, or reports/daily");
        folder.setClearButtonVisible(true);
        name.addValueChangeListener(_ -> name.setInvalid(false));
        add(name, folder);
    }

    void offer(List<String> folders) {
        @Nullable String chosen = folder.getValue();
        folder.setItems(folders);
        folder.setValue(chosen);
    }

    void show(String folderOfQuery, String nameOfQuery) {
        folder.setValue(folderOfQuery.isEmpty() ? null : folderOfQuery);
        name.setValue(nameOfQuery);
        name.setInvalid(false);
    }

    /** Returns what was typed. If that is not a valid name, shows the reason and returns nothing. */
    Optional<SavedName> read() {
        @Nullable String chosen = folder.getValue();
        String typedFolder = chosen == null ? "" : chosen;
        Optional<String> objection = SavedName.objectionToTyped(typedFolder, name.getValue());
        objection.ifPresent(this::object);
        return objection.isPresent() ? Optional.empty() : Optional.of(SavedName.typed(typedFolder, name.getValue()));
    }

    void object(String objection) {
        name.setErrorMessage(objection);
        name.setInvalid(true);
        name.focus();
    }
}
