package io.duckboard.datapage;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A table is fresh as long as none of its sources has been loaded since it was built. */
class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void isFreshWhereAllSourcesAreOlder() {
        assertThat(of(source("trips", NOON), model("top", NOON.plusSeconds(1), "trips")))
                .contains(new Freshness(List.of()));
    }

    @Test
    void namesSourcesThatWereLoadedSince() {
        Optional<Freshness> freshness = of(
                source("zones", NOON.plusSeconds(2)),
                source("trips", NOON.plusSeconds(3)),
                source("weather", NOON),
                source("other", NOON.plusSeconds(9)),
                model("top", NOON.plusSeconds(1), "trips", "weather", "zones"));

        assertThat(freshness.orElseThrow().words()).isEqualTo("trips, zones changed since");
        assertThat(freshness.orElseThrow().isFresh()).isFalse();
    }

    @Test
    void looksThroughModelsInBetween() {
        assertThat(of(
                        source("trips", NOON.plusSeconds(5)),
                        model("middle", NOON.plusSeconds(9), "TRIPS"),
                        model("top", NOON, "middle")))
                .contains(new Freshness(List.of("trips")));
    }

    @Test
    void looksThroughViewsInBetween() {
        assertThat(of(
                        source("trips", NOON.plusSeconds(5)),
                        view("middle", NOON.plusSeconds(9), "trips"),
                        model("top", NOON, "middle")))
                .contains(new Freshness(List.of("trips")));
    }

    @Test
    void takesAModelOfAStaleModelForStale() {
        assertThat(of(
                        source("trips", NOON.plusSeconds(1)),
                        model("middle", NOON, "trips"),
                        view("between", NOON.plusSeconds(2), "middle"),
                        model("top", NOON.plusSeconds(2), "between", "trips")))
                .contains(new Freshness(List.of("trips")));
    }

    @Test
    void takesAViewForAsOldAsTheModelsThatItReads() {
        assertThat(of(source("trips", NOON.plusSeconds(1)), view("top", NOON, "trips")))
                .contains(new Freshness(List.of()));
        assertThat(of(
                        source("trips", NOON.plusSeconds(1)),
                        model("middle", NOON, "trips"),
                        view("top", NOON, "middle")))
                .contains(new Freshness(List.of("trips")));
    }

    @Test
    void endsWhereTablesAreBuiltFromEachOther() {
        assertThat(of(model("middle", NOON, "top"), model("top", NOON, "middle")))
                .contains(new Freshness(List.of()));
    }

    @Test
    void knowsNothingOfATableThatOthersMade() {
        assertThat(Freshness.of("top", List.of(found("top")))).isEmpty();
        assertThat(Freshness.of("nowhere", List.of())).isEmpty();
        assertThat(of(found("trips"), model("top", NOON, "trips", "gone"))).contains(new Freshness(List.of()));
    }

    private static Optional<Freshness> of(TableEntry... tables) {
        return Freshness.of("top", List.of(tables));
    }

    private static TableEntry source(String name, Instant builtAt) {
        return table(name, Catalog.Kind.DATASET, Optional.of(builtAt));
    }

    private static TableEntry found(String name) {
        return table(name, Catalog.Kind.DATASET, Optional.empty());
    }

    private static TableEntry model(String name, Instant builtAt, String... from) {
        return table(name, Catalog.Kind.MODEL, Optional.of(builtAt), from);
    }

    private static TableEntry view(String name, Instant builtAt, String... from) {
        return table(name, Catalog.Kind.VIEW, Optional.of(builtAt), from);
    }

    private static TableEntry table(String name, Catalog.Kind kind, Optional<Instant> builtAt, String... from) {
        return new TableEntry(
                name,
                kind,
                OptionalLong.of(1),
                OptionalLong.of(1),
                1,
                List.of(),
                builtAt,
                List.of(from),
                Optional.empty());
    }
}
