package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.format.Figures;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.saved.SavedName;
import io.duckboard.sqlpage.saved.SavedOutcome;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.sqlpage.saved.SavedQuery;
import java.util.List;
import java.util.function.Supplier;

/** Saves the editor's text under a name, and replaces the query with that name when told to. */
final class SaveForm extends Div {

    private final SavedQueries queries;
    private final Owner owner;
    private final Supplier<String> text;
    private final Runnable saved;
    private final NameFields fields = new NameFields();
    private final Paragraph result = new Paragraph();
    private final Div question = new Div();

    SaveForm(SavedQueries queries, Owner owner, Supplier<String> text, Runnable saved) {
        this.queries = queries;
        this.owner = owner;
        this.text = text;
        this.saved = saved;
        addClassName("save-form");
        var save = new Button("Save", _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(fields);
        fields.add(save);
        result.addClassName("remark");
        result.getElement().setAttribute("role", "status");
        question.addClassName("save-question");
        question.getElement().setAttribute("role", "alert");
        question.setVisible(false);
        add(fields, question, result);
    }

    void offer(List<String> folders) {
        fields.offer(folders);
    }

    private void save() {
        question.setVisible(false);
        result.setText("");
        if (text.get().isBlank()) {
            result.setText("There is nothing in the editor to save.");
            return;
        }
        fields.read().ifPresent(this::save);
    }

    private void save(SavedName name) {
        switch (queries.save(owner, name, text.get())) {
            case SavedOutcome.Done(var query) -> done(query);
            case SavedOutcome.NameTaken(var theirs) -> ask(theirs);
            case SavedOutcome.TooLong(int most) -> tooLong(most);
            case SavedOutcome.TooMany(int most) ->
                fields.object(Figures.count(most) + " queries are saved, and that is all there is room for.");
            case SavedOutcome.Gone _ -> throw new IllegalStateException("What is new cannot be gone.");
        }
    }

    private void ask(SavedQuery theirs) {
        var replace = new Button("Replace it", _ -> replace(theirs));
        var keep = new Button("Keep it", _ -> question.setVisible(false));
        question.removeAll();
        question.add(new Paragraph("“" + theirs.name() + "” is there already."), replace, keep);
        question.setVisible(true);
    }

    private void replace(SavedQuery theirs) {
        question.setVisible(false);
        switch (queries.replace(owner, theirs.id(), text.get())) {
            case SavedOutcome.Done(var query) -> done(query);
            case SavedOutcome.Gone _ -> save();
            case SavedOutcome.TooLong(int most) -> tooLong(most);
            case SavedOutcome.NameTaken _, SavedOutcome.TooMany _ ->
                throw new IllegalStateException("What is replaced keeps its name.");
        }
    }

    private void tooLong(int most) {
        fields.object("The text is longer than the " + Figures.count(most) + " characters that can be saved.");
    }

    private void done(SavedQuery query) {
        result.setText("Saved as “" + query.name() + "”.");
        saved.run();
    }
}
