package io.duckboard.sqlpage.ui;

import io.duckboard.security.Owner;
import io.duckboard.sqlpage.tab.EditorTab;
import io.duckboard.sqlpage.tab.EditorTabs;
import io.duckboard.sqlpage.tab.TabOpening;
import io.duckboard.sqlpage.tab.TabSave;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tabs as one page has them: their stored state when it was last read, and which tab is in front. */
final class OpenTabs {

    private static final String UNTITLED = "Untitled ";

    private final EditorTabs store;
    private final Owner owner;
    private final List<EditorTab> tabs = new ArrayList<>();
    private UUID front;

    /** @param wanted the tab to put in front, if it is still open */
    OpenTabs(EditorTabs store, Owner owner, Optional<UUID> wanted) {
        this.store = store;
        this.owner = owner;
        tabs.addAll(store.of(owner));
        if (tabs.isEmpty()) {
            var _ = opened(store.open(owner, nextName(), ""));
        }
        this.front = wanted.filter(id -> find(id).isPresent())
                .orElseGet(() -> tabs.getFirst().id());
    }

    List<EditorTab> all() {
        return List.copyOf(tabs);
    }

    EditorTab front() {
        return find(front).orElseThrow();
    }

    /** Puts a tab in front in its stored state, since another window may have changed it. */
    void choose(UUID id) {
        refresh();
        if (find(id).isPresent()) {
            front = id;
        }
    }

    /** Opens another tab and puts it in front, or says why it cannot. */
    TabOpening open(Optional<String> name, String text) {
        TabOpening opening = opened(store.open(owner, name.orElseGet(this::nextName), text));
        if (opening instanceof TabOpening.Opened(var tab)) {
            front = tab.id();
        }
        return opening;
    }

    /** Returns a tab that already has this text. */
    Optional<EditorTab> saying(String text) {
        return tabs.stream().filter(tab -> tab.text().equals(text)).findFirst();
    }

    /** Closes a tab. One tab always remains: after the last one is closed, an empty one opens. */
    void close(UUID id) {
        int place = IntStream.range(0, tabs.size())
                .filter(each -> tabs.get(each).id().equals(id))
                .findFirst()
                .orElse(0);
        store.close(owner, id);
        refresh();
        if (tabs.isEmpty()) {
            var _ = opened(store.open(owner, nextName(), ""));
        }
        if (find(front).isEmpty()) {
            front = tabs.get(Math.min(place, tabs.size() - 1)).id();
        }
    }

    /** Opens a closed tab again and puts it in front. */
    TabOpening reopen(UUID id) {
        TabOpening opening = store.reopen(owner, id);
        refresh();
        if (opening instanceof TabOpening.Opened(var tab)) {
            front = tab.id();
        }
        return opening;
    }

    void rename(UUID id, String name) {
        store.rename(owner, id, name);
        refresh();
    }

    /**
     * Keeps what somebody has changed in a tab. If another window changed it first, both versions are kept: this
     * window's goes into a new tab, which the answer names.
     */
    Writing write(UUID id, UnaryOperator<EditorTab> change) {
        Optional<EditorTab> old = find(id);
        if (old.isEmpty()) {
            return new Writing.Kept();
        }
        EditorTab changed = change.apply(old.get());
        return switch (store.save(owner, changed)) {
            case TabSave.Saved(var saved) -> {
                tabs.replaceAll(tab -> tab.id().equals(id) ? saved : tab);
                yield new Writing.Kept();
            }
            case TabSave.Conflict _, TabSave.Gone _ -> apart(changed);
            case TabSave.TooLong(int most) -> new Writing.TooLong(most);
        };
    }

    private Writing apart(EditorTab mine) {
        TabOpening opening = store.open(owner, mine.name() + " (this window)", mine.text());
        refresh();
        return switch (opening) {
            case TabOpening.Opened(var copy) -> {
                front = front.equals(mine.id()) || find(front).isEmpty() ? copy.id() : front;
                yield new Writing.Apart(mine.id(), copy);
            }
            case TabOpening.TooMany(int most) -> new Writing.NoRoom(most);
            case TabOpening.TooLong(int most) -> new Writing.TooLong(most);
            case TabOpening.Gone _ -> throw new IllegalStateException("A new tab cannot be gone.");
        };
    }

    private TabOpening opened(TabOpening opening) {
        if (opening instanceof TabOpening.Opened(var tab)) {
            tabs.add(tab);
        }
        return opening;
    }

    private void refresh() {
        tabs.clear();
        tabs.addAll(store.of(owner));
    }

    private Optional<EditorTab> find(UUID id) {
        return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst();
    }

    private String nextName() {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> UNTITLED + number)
                .filter(name -> tabs.stream().noneMatch(tab -> tab.name().equals(name)))
                .findFirst()
                .orElseThrow();
    }
}
