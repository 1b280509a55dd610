package io.duckboard.sqlpage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.security.Owner;
import io.duckboard.sqlpage.tab.EditorTab;
import io.duckboard.sqlpage.tab.EditorTabs;
import io.duckboard.sqlpage.tab.TabOpening;
import io.duckboard.testing.KeptHome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page shows the stored tabs, and nothing that is typed in two windows is lost. */
class OpenTabsTest {

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private final EditorTabs store = new EditorTabs(HOME.database(), Clock.systemUTC());
    private final Owner owner = new Owner(UUID.randomUUID().toString());

    @Test
    void startWithOneThatIsEmpty() {
        OpenTabs tabs = window();

        assertThat(names(tabs)).containsExactly("Untitled 1");
        assertThat(tabs.front().text()).isEmpty();
    }

    @Test
    void areNumberedWithoutTakingANameTwice() {
        OpenTabs tabs = window();
        open(tabs, "");
        tabs.close(tabs.all().getFirst().id());
        open(tabs, "");

        assertThat(names(tabs)).containsExactly("Untitled 2", "Untitled 1");
    }

    @Test
    void areTheSameInASecondWindow() {
        OpenTabs first = window();
        open(first, "SELECT 1");
        write(first, "SELECT 2");

        OpenTabs second = new OpenTabs(store, owner, Optional.of(first.front().id()));

        assertThat(second.all()).isEqualTo(first.all());
        assertThat(second.front().text()).isEqualTo("SELECT 2");
    }

    @Test
    void putANeighbourInFrontWhenOneIsClosed() {
        OpenTabs tabs = window();
        open(tabs, "a");
        EditorTab middle = tabs.front();
        open(tabs, "b");
        tabs.choose(middle.id());

        tabs.close(middle.id());

        assertThat(tabs.front().text()).isEqualTo("b");
    }

    @Test
    void areNeverNone() {
        OpenTabs tabs = window();

        tabs.close(tabs.front().id());

        assertThat(names(tabs)).containsExactly("Untitled 1");
    }

    @Test
    void bringAClosedOneBack() {
        OpenTabs tabs = window();
        open(tabs, "SELECT 1");
        UUID closed = tabs.front().id();
        tabs.close(closed);

        assertThat(tabs.reopen(closed)).isInstanceOf(TabOpening.Opened.class);
        assertThat(tabs.front().text()).isEqualTo("SELECT 1");
    }

    @Test
    void keepBothTextsOfTwoWindows() {
        OpenTabs first = window();
        OpenTabs second = new OpenTabs(store, owner, Optional.empty());
        UUID tab = first.front().id();
        assertThat(write(first, "mine")).isInstanceOf(Writing.Kept.class);

        Writing writing = write(second, "theirs");

        assertThat(writing).isInstanceOfSatisfying(Writing.Apart.class, apart -> {
            assertThat(apart.other()).isEqualTo(tab);
            assertThat(apart.copy().text()).isEqualTo("theirs");
        });
        assertThat(second.front().text()).isEqualTo("theirs");
        assertThat(store.of(owner)).extracting(EditorTab::text).containsExactly("mine", "theirs");
    }

    @Test
    void keepWhatIsTypedInATabThatAnotherWindowClosed() {
        OpenTabs first = window();
        OpenTabs second = new OpenTabs(store, owner, Optional.empty());
        first.close(first.front().id());

        assertThat(write(second, "still here")).isInstanceOf(Writing.Apart.class);
        assertThat(second.front().text()).isEqualTo("still here");
    }

    @Test
    void showWhatAnotherWindowTypedWhenTheyAreChosen() {
        OpenTabs first = window();
        UUID tab = first.front().id();
        OpenTabs second = new OpenTabs(store, owner, Optional.empty());
        open(second, "other");
        write(first, "typed meanwhile");

        second.choose(tab);

        assertThat(second.front().text()).isEqualTo("typed meanwhile");
    }

    @Test
    void findTheOneThatSaysSo() {
        OpenTabs tabs = window();
        open(tabs, "SELECT 1");

        assertThat(tabs.saying("SELECT 1")).contains(tabs.front());
        assertThat(tabs.saying("SELECT 2")).isEmpty();
    }

    private OpenTabs window() {
        return new OpenTabs(store, owner, Optional.empty());
    }

    private static void open(OpenTabs tabs, String text) {
        assertThat(tabs.open(Optional.empty(), text)).isInstanceOf(TabOpening.Opened.class);
    }

    private static Writing write(OpenTabs tabs, String text) {
        return tabs.write(tabs.front().id(), tab -> tab.text(text));
    }

    private static List<String> names(OpenTabs tabs) {
        return tabs.all().stream().map(EditorTab::name).toList();
    }
}
