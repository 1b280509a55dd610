package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.saved.SavedOutcome;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.sqlpage.saved.SavedQuery;
import java.util.List;

/** Gives a saved query another name or folder. */
final class MoveDialog extends Dialog {

    private final SavedQueries queries;
    private final Owner owner;
    private final SavedQuery query;
    private final Runnable moved;
    private final NameFields fields = new NameFields();

    MoveDialog(SavedQueries queries, Owner owner, SavedQuery query, List<String> folders, Runnable moved) {
        this.queries = queries;
        this.owner = owner;
        this.query = query;
        this.moved = moved;
        setHeaderTitle("Rename or move");
        fields.offer(folders);
        fields.show(query.folder(), query.name());
        add(fields);
        var save = new Button("Save", _ -> move());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(fields);
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    private void move() {
        fields.read().ifPresent(name -> {
            switch (queries.move(owner, query.id(), name)) {
                case SavedOutcome.NameTaken(var theirs) ->
                    fields.object("“" + theirs.name() + "” is there already. Choose another name or folder.");
                case SavedOutcome.Done _, SavedOutcome.Gone _ -> {
                    close();
                    moved.run();
                }
                case SavedOutcome.TooLong _, SavedOutcome.TooMany _ ->
                    throw new IllegalStateException("Moving a query makes none longer, and no more of them.");
            }
        });
    }
}
