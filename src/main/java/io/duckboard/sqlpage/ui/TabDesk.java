package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.duckboard.format.Figures;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.editor.ui.SqlEditor;
import io.duckboard.sqlpage.tab.EditorTab;
import io.duckboard.sqlpage.tab.EditorTabs;
import io.duckboard.sqlpage.tab.TabOpening;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Shows the tabs, and the editor with the text of the one in front. It keeps what is typed. */
final class TabDesk extends Div implements TabBar.Listener {

    private static final Duration READING = Duration.ofSeconds(8);

    private final SqlSession session;
    private final OpenTabs tabs;
    private final SqlEditor editor;
    private final Consumer<EditorTab> onFront;
    private final TabBar bar = new TabBar(this);

    /** @param onFront called with the tab in front, at first and whenever it is another one */
    TabDesk(EditorTabs store, Owner owner, SqlSession session, SqlEditor editor, Consumer<EditorTab> onFront) {
        this.session = session;
        this.tabs = new OpenTabs(store, owner, session.tab());
        this.editor = editor;
        this.onFront = onFront;
        addClassName("tab-desk");
        editor.addClassName("sql-editor");
        editor.onTextChanged(event -> {
            write(UUID.fromString(event.tabId()), tab -> tab.text(event.text()));
            editor.heard(event);
        });
        add(bar, editor);
    }

    EditorTab front() {
        return tabs.front();
    }

    /** Shows everything again from what is stored. */
    void show() {
        EditorTab front = tabs.front();
        bar.show(tabs.all(), front.id());
        session.inFront(front.id());
        editor.show(front.id().toString(), front.text());
        onFront.accept(front);
    }

    /** Opens a tab with this text, or shows the tab that already has it. */
    void open(Optional<String> name, String text) {
        Optional<EditorTab> same = tabs.saying(text);
        if (same.isPresent()) {
            chosen(same.get().id());
            bar.choose(same.get().id());
        } else {
            shown(tabs.open(name, text));
        }
    }

    /** Keeps a change in the tab in front. */
    void change(UnaryOperator<EditorTab> change) {
        write(tabs.front().id(), change);
    }

    @Override
    public void chosen(UUID tab) {
        tabs.choose(tab);
        show();
    }

    @Override
    public void opened() {
        shown(tabs.open(Optional.empty(), ""));
        editor.focus();
    }

    @Override
    public void closed(UUID tab) {
        Optional<EditorTab> closed =
                tabs.all().stream().filter(each -> each.id().equals(tab)).findFirst();
        tabs.close(tab);
        editor.forget(tab.toString());
        show();
        closed.filter(each -> !each.text().isBlank()).ifPresent(this::offerBack);
    }

    @Override
    public void toBeRenamed(UUID tab) {
        tabs.all().stream()
                .filter(each -> each.id().equals(tab))
                .findFirst()
                .ifPresent(each -> new RenameDialog(each.name(), name -> rename(tab, name)).open());
    }

    private void rename(UUID tab, String name) {
        tabs.rename(tab, name);
        bar.rename(tab, name);
    }

    private void offerBack(EditorTab closed) {
        var notification = new Notification();
        var back = new Button("Open it again", _ -> {
            notification.close();
            shown(tabs.reopen(closed.id()));
        });
        notification.add(new Span("“" + closed.name() + "” is closed. "), back);
        notification.setDuration(Math.toIntExact(READING.toMillis()));
        notification.open();
    }

    private void shown(TabOpening opening) {
        switch (opening) {
            case TabOpening.Opened _ -> show();
            case TabOpening.TooMany(int most) ->
                say("There are " + most + " tabs open, and that is as many as can be. Close one first.");
            case TabOpening.TooLong(int most) ->
                say("That is longer than a tab can keep (" + Figures.count(most) + " characters).");
            case TabOpening.Gone _ -> say("That tab was closed too long ago. The history has what was run in it.");
        }
    }

    private void write(UUID id, UnaryOperator<EditorTab> change) {
        switch (tabs.write(id, change)) {
            case Writing.Kept _ -> {}
            case Writing.Apart(UUID other, EditorTab copy) -> {
                editor.forget(other.toString());
                show();
                say("Another window has changed this tab too. What you typed is in “" + copy.name() + "”.");
            }
            case Writing.NoRoom(int most) ->
                say("Another window has changed this tab too, and there are " + most
                        + " tabs already: what you type is not kept. Close a tab, then go on.");
            case Writing.TooLong(int most) ->
                say("What you type is not kept any more: a tab keeps " + Figures.count(most) + " characters.");
        }
    }

    private static void say(String sentence) {
        Notification.show(sentence, Math.toIntExact(READING.toMillis()), Notification.Position.BOTTOM_CENTER);
    }
}
