package io.duckboard.sqlpage.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duckboard.security.Owner;
import io.duckboard.testing.KeptHome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name leads to one query, and nothing is lost unless somebody asks for it. */
class SavedQueriesTest {

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final SavedQueries queries = new SavedQueries(HOME.database(), Clock.systemUTC());

    @Test
    void areThereAfterARestart() {
        SavedQuery query = saved("reports/daily", "<script>alert(1)</script>".replace("/", "∕"), "SELECT 'ü 鴨 🦆'");

        HOME.restart();

        assertThat(new SavedQueries(HOME.database(), Clock.systemUTC()).of(owner))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("savedAt")
                .containsExactly(query);
    }

    @Test
    void areListedByFolderAndName() {
        saved("b", "x", "1");
        saved("", "z", "2");
        saved("", "Y", "3");
        saved("b/a", "w", "4");

        assertThat(queries.of(owner)).extracting(SavedQuery::name).containsExactly("Y", "z", "x", "w");
    }

    @Test
    void areFoundByFolderNameOrSql() {
        saved("reports/daily", "trips", "FROM a");
        saved("", "zones", "FROM b WHERE x LIKE '10%'");

        assertThat(queries.search(owner, "DAILY")).extracting(SavedQuery::name).containsExactly("trips");
        assertThat(queries.search(owner, "daily/tr"))
                .extracting(SavedQuery::name)
                .containsExactly("trips");
        assertThat(queries.search(owner, "%")).extracting(SavedQuery::name).containsExactly("zones");
    }

    @Test
    void areReplacedOnlyWhenSomebodySaysSo() {
        SavedQuery first = saved("reports", "trips", "SELECT 1");

        SavedOutcome again = queries.save(owner, new SavedName("Reports", "TRIPS"), "SELECT 2");

        SavedQuery theirs = ((SavedOutcome.NameTaken) again).theirs();
        assertThat(theirs.id()).isEqualTo(first.id());
        assertThat(theirs.sql()).isEqualTo("SELECT 1");
        assertThat(queries.replace(owner, theirs.id(), "SELECT 2")).isInstanceOf(SavedOutcome.Done.class);
        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 2");
    }

    @Test
    void haveOneNameEachWhereManySaveAtOnce() throws Exception {
        List<Callable<SavedOutcome>> savers = IntStream.range(0, 16)
                .<Callable<SavedOutcome>>mapToObj(
                        number -> () -> queries.save(owner, new SavedName("", "raced for"), "SELECT " + number))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(savers).stream()
                            .map(Future::resultNow)
                            .filter(SavedOutcome.Done.class::isInstance))
                    .hasSize(1);
        }
        assertThat(queries.of(owner)).hasSize(1);
    }

    @Test
    void moveToAnotherFolderAndNameUnlessThatIsTaken() {
        SavedQuery query = saved("", "one", "SELECT 1");
        SavedQuery other = saved("reports", "two", "SELECT 2");

        assertThat(queries.move(owner, query.id(), new SavedName("reports", "Two")))
                .isInstanceOf(SavedOutcome.NameTaken.class);
        assertThat(queries.move(owner, query.id(), new SavedName("reports", "one")))
                .isInstanceOf(SavedOutcome.Done.class);
        assertThat(queries.move(owner, other.id(), new SavedName("reports", "TWO")))
                .isInstanceOf(SavedOutcome.Done.class);
        assertThat(queries.move(owner, UUID.randomUUID(), new SavedName("", "ghost")))
                .isEqualTo(new SavedOutcome.Gone());
        assertThat(queries.of(owner)).extracting(SavedQuery::name).containsExactly("one", "TWO");
    }

    @Test
    void comeBackAfterTheyWereDeleted() {
        SavedQuery query = saved("reports", "trips", "SELECT 1");

        queries.delete(owner, query.id());

        assertThat(queries.of(owner)).isEmpty();
        assertThat(queries.replace(owner, query.id(), "late")).isEqualTo(new SavedOutcome.Gone());
        assertThat(queries.restore(owner, query.id())).isInstanceOf(SavedOutcome.Done.class);
        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 1");
    }

    @Test
    void doNotComeBackOverAnotherOfTheirName() {
        SavedQuery old = saved("", "trips", "SELECT 1");
        queries.delete(owner, old.id());
        saved("", "trips", "SELECT 2");

        assertThat(queries.restore(owner, old.id())).isInstanceOf(SavedOutcome.NameTaken.class);
        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 2");
    }

    @Test
    void areGoneAWeekAfterTheyWereDeleted() {
        SavedQuery old = saved("", "old", "SELECT 1");
        SavedQuery other = saved("", "other", "SELECT 2");
        queries.delete(owner, old.id());

        new SavedQueries(HOME.database(), Clock.offset(Clock.systemUTC(), Duration.ofDays(8)))
                .delete(owner, other.id());

        assertThat(queries.restore(owner, old.id())).isEqualTo(new SavedOutcome.Gone());
    }

    @Test
    void takeAMegabyteOfSqlAndSayWhenItIsMore() {
        String longest = "鴨".repeat(SavedQueries.MOST_SQL);

        assertThat(saved("", "longest", longest).sql()).isEqualTo(longest);
        assertThat(queries.save(owner, new SavedName("", "longer"), longest + "!"))
                .isEqualTo(new SavedOutcome.TooLong(SavedQueries.MOST_SQL));
    }

    @Test
    void areTheirOwnersAlone() {
        SavedQuery query = saved("", "mine", "SELECT 1");
        var stranger = new Owner("stranger of " + owner.name());

        assertThat(queries.of(stranger)).isEmpty();
        assertThat(queries.replace(stranger, query.id(), "theirs")).isEqualTo(new SavedOutcome.Gone());
        assertThat(queries.move(stranger, query.id(), new SavedName("", "x"))).isEqualTo(new SavedOutcome.Gone());
        queries.delete(stranger, query.id());
        assertThat(queries.restore(stranger, query.id())).isEqualTo(new SavedOutcome.Gone());
        assertThat(queries.save(stranger, new SavedName("", "mine"), "2")).isInstanceOf(SavedOutcome.Done.class);
        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 1");
    }

    @Test
    void comeInAsFilesWithoutReplacingAnything() {
        saved("reports", "trips", "SELECT 1");
        var files = List.of(
                new SqlFile(new SavedName("reports", "trips"), "SELECT 1"),
                new SqlFile(new SavedName("reports", "Trips"), "SELECT 2"),
                new SqlFile(new SavedName("reports", "zones"), "SELECT 3"));

        assertThat(queries.add(owner, files)).isEqualTo(new ImportOutcome(2, 1, 0));
        assertThat(queries.add(owner, files)).isEqualTo(new ImportOutcome(0, 3, 0));
        assertThat(queries.of(owner))
                .extracting(SavedQuery::name)
                .containsExactlyInAnyOrder("trips", "Trips (2)", "zones");
    }

    @Test
    void areTwoThousandAtMost() {
        List<SqlFile> files = IntStream.rangeClosed(1, SavedQueries.MOST_KEPT + 3)
                .mapToObj(number -> new SqlFile(new SavedName("", "query " + number), "SELECT " + number))
                .toList();

        assertThat(queries.add(owner, files)).isEqualTo(new ImportOutcome(SavedQueries.MOST_KEPT, 0, 3));
        assertThat(queries.save(owner, new SavedName("", "one more"), ""))
                .isEqualTo(new SavedOutcome.TooMany(SavedQueries.MOST_KEPT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "a/../b", "a//b", ".", "a\\b", "a\nb", " /", "a/ b", "\u202eb", "1/2/3/4/5/6/7/8/9/10/11"})
    void lieInNoFolderThatIsNone(String folder) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SavedName(folder, "trips"));
    }

    @Test
    void areNamedAsTypedWithoutWhatIsAround() {
        assertThat(SavedName.typed(" /reports // daily/ ", " trips > 10? "))
                .isEqualTo(new SavedName("reports/daily", "trips > 10?"));
        assertThat(SavedName.objectionToTyped("reports", "  ")).contains("A query needs a name.");
        assertThat(SavedName.objectionToTyped("", "a/b")).isPresent();
        assertThat(SavedName.objectionToTyped("", "👩\u200d🚀")).isEmpty();
    }

    private SavedQuery saved(String folder, String name, String sql) {
        return ((SavedOutcome.Done) queries.save(owner, new SavedName(folder, name), sql)).query();
    }
}
