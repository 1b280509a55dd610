package io.duckboard.sqlpage.parameter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.Vocabulary;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.sqlpage.parameter.ParameterEntry;
import io.duckboard.sqlpage.parameter.ParameterKind;
import io.duckboard.sqlpage.parameter.ParameterReading;
import io.duckboard.sqlpage.parameter.SqlParameter;
import io.duckboard.sqlpage.parameter.SqlParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a field for each parameter of a statement. What is typed is kept while the statement changes, even if a name
 * disappears and comes back.
 */
@StyleSheet("parameters.css")
public final class ParameterFields extends Div {

    private final Runnable changed;
    private final Paragraph remark = new Paragraph();
    private final Map<String, ParameterField> fields = new LinkedHashMap<>();
    private final Map<String, String> expected = new HashMap<>();
    private SqlParameters shown = SqlParameters.NONE;
    private Vocabulary vocabulary = new Vocabulary(List.of(), List.of(), List.of(), List.of());

    /** @param changed called when somebody has typed or chosen something, so that {@link #entries} has changed */
    public ParameterFields(Runnable changed) {
        this.changed = changed;
        addClassName("parameters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Parameters");
        remark.addClassNames("remark", "parameters-remark");
        remark.getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Takes over the columns' types, from which kinds are guessed. */
    public void learn(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        show(shown);
    }

    /** Shows fields for these parameters only. */
    public void show(SqlParameters parameters) {
        shown = parameters;
        List<Component> wanted = new ArrayList<>();
        parameters.named().forEach(parameter -> {
            ParameterField field = field(parameter);
            field.suggest(ParameterKind.guess(parameter, vocabulary));
            wanted.add(field);
        });
        if (!parameters.numbered().isEmpty()) {
            remark.setText(String.join(", ", parameters.numbered())
                    + (parameters.numbered().size() == 1 ? " needs a name" : " need names")
                    + ", such as $from: values are given by name.");
            wanted.add(remark);
        }
        arrange(wanted);
        setVisible(getChildren().findAny().isPresent());
    }

    /**
     * Returns the values for a statement. If one is missing or wrong, its field says so and takes the focus.
     *
     * @return the values by their names as written; empty if one is missing
     */
    public Optional<Map<String, Parameter>> values(SqlParameters parameters) {
        if (!shown.equals(parameters)) {
            show(parameters);
        }
        Map<String, Parameter> values = new LinkedHashMap<>();
        Optional<ParameterField> wrong = Optional.empty();
        for (SqlParameter parameter : parameters.named()) {
            ParameterField field = field(parameter);
            switch (field.read()) {
                case ParameterReading.Bound(var value) -> values.put(parameter.name(), value);
                case ParameterReading.Refused _ -> wrong = wrong.or(() -> Optional.of(field));
            }
        }
        wrong.ifPresent(ParameterField::focusInput);
        return wrong.isPresent() || !parameters.numbered().isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** Returns what is typed for all names that there have been, to be stored. */
    public List<ParameterEntry> entries() {
        return fields.values().stream().map(ParameterField::entry).toList();
    }

    /** Takes over what was stored, and drops everything else. */
    public void restore(List<ParameterEntry> entries) {
        fields.clear();
        expected.clear();
        entries.forEach(entry -> field(entry.name(), entry.kind()).set(entry));
        show(shown);
    }

    /** Takes over a text from an address. Its kind is guessed once a statement has the name. */
    public void set(String name, String text) {
        ParameterField field = fields.get(key(name));
        if (field == null) {
            expected.put(key(name), text);
        } else {
            field.type(text);
        }
    }

    /** Leaves the fields that stay untouched, since somebody may be typing there. */
    private void arrange(List<Component> wanted) {
        remove(getChildren().filter(child -> !wanted.contains(child)).toList());
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= getComponentCount() || !getComponentAt(i).equals(wanted.get(i))) {
                addComponentAtIndex(i, wanted.get(i));
            }
        }
    }

    private ParameterField field(SqlParameter parameter) {
        return field(parameter.name(), ParameterKind.guess(parameter, vocabulary));
    }

    private ParameterField field(String name, ParameterKind guess) {
        return fields.computeIfAbsent(key(name), key -> {
            var field = new ParameterField(name, guess, changed);
            Optional.ofNullable(expected.remove(key)).ifPresent(field::type);
            return field;
        });
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
