package io.duckboard.sqlpage.tab;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Parameter;
import io.duckboard.security.Owner;
import io.duckboard.testing.KeptHome;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tabs are stored as they were left, and no window overwrites another one's tabs. */
class EditorTabsTest {

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final EditorTabs tabs = new EditorTabs(HOME.database(), Clock.systemUTC());

    @Test
    void areThereAfterARestart() {
        var parameters = new LinkedHashMap<String, Parameter>();
        parameters.put("to", new Parameter(Parameter.Type.DATE, "2019-04-3"));
        parameters.put("from", new Parameter(Parameter.Type.VARCHAR, null));
        EditorTab tab = opened("trips by hour");
        tabs.save(owner, tab.text("SELECT 'ü 鴨 🦆'").limit(100).parameters(parameters));

        HOME.restart();

        EditorTab kept =
                new EditorTabs(HOME.database(), Clock.systemUTC()).of(owner).getFirst();
        assertThat(kept).isEqualTo(new EditorTab(tab.id(), "trips by hour", "SELECT 'ü 鴨 🦆'", 100, parameters, 2));
        assertThat(kept.parameters().keySet()).containsExactly("to", "from");
    }

    @Test
    void takeAMegabyteOfTextAndSayWhenItIsMore() {
        EditorTab tab = opened("long");
        String longest = "鴨".repeat(EditorTabs.MOST_TEXT);

        TabSave saved = tabs.save(owner, tab.text(longest));

        assertThat(saved).isInstanceOf(TabSave.Saved.class);
        assertThat(tabs.of(owner).getFirst().text()).isEqualTo(longest);
        assertThat(tabs.save(owner, tab.text(longest + "!"))).isEqualTo(new TabSave.TooLong(EditorTabs.MOST_TEXT));
        assertThat(tabs.open(owner, "longer", longest + "!")).isEqualTo(new TabOpening.TooLong(EditorTabs.MOST_TEXT));
    }

    @Test
    void tellWhoSavesLaterWhatTheOtherSaved() {
        EditorTab tab = opened("shared");
        TabSave first = tabs.save(owner, tab.text("SELECT 1"));

        TabSave second = tabs.save(owner, tab.text("SELECT 2"));

        EditorTab theirs = ((TabSave.Saved) first).tab();
        assertThat(theirs.version()).isEqualTo(2);
        assertThat(second).isEqualTo(new TabSave.Conflict(theirs));
        assertThat(tabs.save(owner, theirs.text("SELECT 2"))).isInstanceOf(TabSave.Saved.class);
    }

    @Test
    void areNotInConflictOverTheSameText() {
        EditorTab tab = opened("shared");
        tabs.save(owner, tab.text("SELECT 1"));

        assertThat(tabs.save(owner, tab.text("SELECT 1"))).isInstanceOf(TabSave.Saved.class);
    }

    @Test
    void letOneOfManySaversWin() throws Exception {
        EditorTab tab = opened("raced for");
        List<Callable<TabSave>> savers = IntStream.range(0, 16)
                .<Callable<TabSave>>mapToObj(number -> () -> tabs.save(owner, tab.text("SELECT " + number)))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    threads.invokeAll(savers).stream().map(Future::resultNow).toList();

            assertThat(outcomes).hasAtLeastOneElementOfType(TabSave.Saved.class);
            assertThat(outcomes.stream().filter(TabSave.Saved.class::isInstance))
                    .hasSize(1);
        }
        assertThat(tabs.of(owner).getFirst().version()).isEqualTo(2);
    }

    @Test
    void canBeRenamedWhileSomebodyTypes() {
        EditorTab tab = opened("Untitled 1");

        tabs.rename(owner, tab.id(), "  <b>trips</b>\n by hour ");
        TabSave saved = tabs.save(owner, tab.text("SELECT 1"));

        assertThat(((TabSave.Saved) saved).tab().name()).isEqualTo("<b>trips</b> by hour");
        assertThat(tabs.rename(owner, tab.id(), " \t ").orElseThrow().name()).isEqualTo("<b>trips</b> by hour");
    }

    @Test
    void lieInTheOrderTheyWereMovedTo() {
        EditorTab first = opened("1");
        opened("2");
        EditorTab third = opened("3");

        assertThat(names(tabs.move(owner, third.id(), 0))).containsExactly("3", "1", "2");
        assertThat(names(tabs.move(owner, first.id(), 99))).containsExactly("3", "2", "1");
        assertThat(names(tabs.move(owner, UUID.randomUUID(), 0))).containsExactly("3", "2", "1");
        assertThat(names(tabs.of(owner))).containsExactly("3", "2", "1");
    }

    @Test
    void comeBackWhereTheyWereClosed() {
        opened("1");
        EditorTab second = opened("2");
        opened("3");

        tabs.close(owner, second.id());

        assertThat(names(tabs.of(owner))).containsExactly("1", "3");
        assertThat(tabs.save(owner, second.text("late"))).isEqualTo(new TabSave.Gone());
        assertThat(tabs.rename(owner, second.id(), "late")).isEmpty();
        assertThat(tabs.reopen(owner, second.id())).isEqualTo(new TabOpening.Opened(second));
        assertThat(names(tabs.of(owner))).containsExactly("1", "2", "3");
    }

    @Test
    void areGoneAWeekAfterTheyWereClosed() {
        EditorTab old = opened("old");
        EditorTab other = opened("other");
        tabs.close(owner, old.id());
        var later = new EditorTabs(HOME.database(), Clock.offset(Clock.systemUTC(), Duration.ofDays(8)));

        later.close(owner, other.id());

        assertThat(tabs.reopen(owner, old.id())).isEqualTo(new TabOpening.Gone());
        assertThat(tabs.reopen(owner, other.id())).isInstanceOf(TabOpening.Opened.class);
    }

    @Test
    void areFiftyAtMost() {
        EditorTab closed = opened("closed");
        tabs.close(owner, closed.id());
        for (int number = 0; number < EditorTabs.MOST_OPEN; number++) {
            opened("tab " + number);
        }

        assertThat(tabs.open(owner, "one more", "")).isEqualTo(new TabOpening.TooMany(EditorTabs.MOST_OPEN));
        assertThat(tabs.reopen(owner, closed.id())).isEqualTo(new TabOpening.TooMany(EditorTabs.MOST_OPEN));
    }

    @Test
    void areTheirOwnersAlone() {
        EditorTab tab = opened("mine");
        var stranger = new Owner("stranger of " + owner.name());

        assertThat(tabs.of(stranger)).isEmpty();
        assertThat(tabs.save(stranger, tab.text("theirs"))).isEqualTo(new TabSave.Gone());
        tabs.close(stranger, tab.id());
        assertThat(tabs.reopen(stranger, tab.id())).isEqualTo(new TabOpening.Gone());
        assertThat(tabs.rename(stranger, tab.id(), "theirs")).isEmpty();
        assertThat(tabs.of(owner)).containsExactly(tab);
    }

    private EditorTab opened(String name) {
        return ((TabOpening.Opened) tabs.open(owner, name, "")).tab();
    }

    private static List<String> names(List<EditorTab> tabs) {
        return tabs.stream().map(EditorTab::name).toList();
    }
}
