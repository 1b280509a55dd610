package io.duckboard.board.rule;

import io.duckboard.board.Dashboard;
import io.duckboard.board.DashboardName;
import io.duckboard.board.Spot;
import io.duckboard.board.Tile;
import io.duckboard.board.file.DashboardText;
import io.duckboard.board.file.DashboardYaml;
import io.duckboard.board.file.SqlFiles;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.format.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dashboard of a lake that nobody has written one for, made by rule of what the engine knows: first the catalog's
 * tables and types, then one question of each table that is shown. It is what a file would say of it, places in the
 * file included.
 */
public final class RuleMade {

    /** What it is called, and its file if somebody saves it. */
    public static final DashboardName NAME = new DashboardName("", "overview");

    private static final String DESCRIPTION =
            "Made by rule from what the lake says of its tables; nobody has chosen what is seen here.";

    /** More tables are nobody's first page. */
    private static final int MOST_SHOWN = 6;

    /** Of more tables the catalog alone says which are worth a question. */
    private static final int MOST_ASKED = 16;

    private static final int MOST_NAMED = 10;

    /** Then the others would fail, too. */
    private static final Set<ErrorCode> OF_THE_ENGINE =
            Set.of(ErrorCode.BUSY, ErrorCode.CANCELLED, ErrorCode.LAKE_UNAVAILABLE, ErrorCode.LAKE_DENIED);

    private final Function<Request.Query, RowsOutcome> engine;

    /** @param engine asked some twenty times at most, one after the other */
    private RuleMade(Function<Request.Query, RowsOutcome> engine) {
        this.engine = engine;
    }

    /**
     * Makes the dashboard of the lake that the engine is asked about, which takes as long as its answers do.
     *
     * @throws FailureException if the engine does not answer
     */
    public static Dashboard of(QueryEngine engine) {
        return of(engine::ask);
    }

    /**
     * Does the same by whatever asks the engine.
     *
     * @param engine asked some twenty times at most, one after the other
     */
    public static Dashboard of(Function<Request.Query, RowsOutcome> engine) {
        Dashboard draft = new RuleMade(engine).draft();
        return new DashboardText(NAME, DashboardYaml.of(draft), SqlFiles.NONE)
                .read()
                .dashboard()
                .orElseThrow();
    }

    private Dashboard draft() {
        List<LakeTable> tables = LakeTable.of(rows(LakeTable.question()), rows(LakeTable.columnsQuestion()));
        List<KnownTable> known = withoutTimesOfDimensions(tables.stream()
                .sorted(Comparator.comparingDouble(RuleMade::promise).reversed())
                .limit(MOST_ASKED)
                .flatMap(table -> known(table).stream())
                .toList());
        List<KnownTable> shown = shown(known);
        var filters = new ChosenFilters(shown);
        var layout = new Layout();
        for (KnownTable table : shown) {
            if (shown.size() > 1) {
                text(layout, "### " + escaped(table.table().label()), 1);
            }
            new TableTiles(
                            table,
                            Dimension.of(table, known),
                            filters,
                            table.equals(shown.getFirst()) ? TableTiles.Extent.MAIN : TableTiles.Extent.BESIDE)
                    .addTo(layout);
        }
        remarks(tables, known, shown).ifPresent(remark -> text(layout, remark, 2));
        return new Dashboard(
                NAME,
                shown.size() == 1 ? shown.getFirst().table().label() : "Overview",
                DESCRIPTION,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                filters.filters(Spot.startOf(NAME.file())),
                layout.tiles());
    }

    /** The best tables that have rows; of those that are much the same, the best one. */
    private static List<KnownTable> shown(List<KnownTable> known) {
        var shown = new ArrayList<KnownTable>();
        known.stream()
                .filter(table -> table.rows() > 0)
                .sorted(Comparator.comparingDouble(KnownTable::score).reversed())
                .filter(table -> shown.stream().noneMatch(table::isLike))
                .limit(MOST_SHOWN)
                .forEach(shown::add);
        return List.copyOf(shown);
    }

    private static List<KnownTable> withoutTimesOfDimensions(List<KnownTable> tables) {
        Set<LakeTable> dimensions = tables.stream()
                .flatMap(table -> Dimension.of(table, tables).stream())
                .map(dimension -> dimension.of().table())
                .collect(Collectors.toSet());
        return tables.stream()
                .map(table -> dimensions.contains(table.table()) ? table.withoutTimes() : table)
                .toList();
    }

    /** How much a table has to show, as far as the catalog says. */
    private static double promise(LakeTable table) {
        return Math.log10(table.rows().orElse(1_000) + 1.0)
                + (table.has(LakeColumn.Family.TIME) ? 3 : 0)
                + (table.has(LakeColumn.Family.NUMBER) ? 1 : 0)
                - (table.isView() ? 2 : 0);
    }

    /** Asks a table; empty if it cannot be read. */
    private Optional<KnownTable> known(LakeTable table) {
        var summary = new TableSummary(table);
        return switch (engine.apply(summary.question())) {
            case QueryOutcome.Answered answered -> Optional.of(summary.known(answered.answer()));
            case QueryOutcome.Failed failed
            when !OF_THE_ENGINE.contains(failed.problem().code()) -> Optional.empty();
            case CallFailure failure -> throw new FailureException(failure.failure());
        };
    }

    private Answer.Rows rows(Request.Query query) {
        return switch (engine.apply(query)) {
            case QueryOutcome.Answered answered -> answered.answer();
            case CallFailure failure -> throw new FailureException(failure.failure());
        };
    }

    /** Says which tables are not shown. */
    private static Optional<String> remarks(List<LakeTable> tables, List<KnownTable> known, List<KnownTable> shown) {
        if (tables.isEmpty()) {
            return Optional.of("The lake has no tables yet.");
        }
        var sentences = new ArrayList<String>();
        List<LakeTable> empty = known.stream()
                .filter(table -> table.rows() == 0)
                .map(KnownTable::table)
                .toList();
        if (!empty.isEmpty()) {
            sentences.add("Without rows: " + names(empty) + ".");
        }
        List<LakeTable> seen = Stream.concat(shown.stream(), known.stream().filter(table -> table.rows() == 0))
                .map(KnownTable::table)
                .toList();
        List<LakeTable> others =
                tables.stream().filter(table -> !seen.contains(table)).toList();
        if (!others.isEmpty()) {
            sentences.add("Not shown here: " + names(others) + ".");
        }
        shown.stream()
                .filter(table -> table.table().columns().size() > TableSummary.MOST_COLUMNS)
                .forEach(table ->
                        sentences.add("Of the " + table.table().columns().size() + " columns of "
                                + escaped(table.table().label()) + ", the first " + TableSummary.MOST_COLUMNS
                                + " were looked at."));
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private static String names(List<LakeTable> tables) {
        String names = tables.stream()
                .limit(MOST_NAMED)
                .map(table -> escaped(shortened(table.name())))
                .collect(Collectors.joining(", "));
        int more = tables.size() - MOST_NAMED;
        return more > 0 ? names + " and " + Figures.count(more, "more table") : names;
    }

    private static String shortened(String name) {
        String line = name.replaceAll("\\s+", " ").strip();
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    /** Names of tables are text, whatever Markdown would make of them. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()<>#+!|~&-])", "\\\\$1");
    }

    private static void text(Layout layout, String markdown, int height) {
        layout.add(List.of(place -> new Tile.Text(new Tile.Frame("", "", place, Layout.NOWHERE), markdown)), 1, height);
    }
}
