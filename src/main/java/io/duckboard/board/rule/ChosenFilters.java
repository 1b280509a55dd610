package io.duckboard.board.rule;

import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.Days;
import io.duckboard.board.Filter;
import io.duckboard.board.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people can filter by: days, and the two best groups of all tables that are shown. */
final class ChosenFilters {

    private static final int MOST_GROUPS = 2;
    private static final String DAYS = "days";

    private final List<KnownTable> timed;
    private final List<ChosenFilter> groups;

    ChosenFilters(List<KnownTable> tables) {
        this.timed = tables.stream().filter(table -> table.time().isPresent()).toList();
        this.groups = groups(tables);
    }

    private static List<ChosenFilter> groups(List<KnownTable> tables) {
        Map<String, List<Candidate>> byName = new LinkedHashMap<>();
        for (KnownTable table : tables) {
            table.columns().stream()
                    .filter(ColumnFacts::isFilter)
                    .forEach(facts -> byName.computeIfAbsent(
                                    facts.column().name().toLowerCase(Locale.ROOT)
                                            + ' '
                                            + facts.column().family(),
                                    _ -> new ArrayList<>())
                            .add(new Candidate(table, facts)));
        }
        var chosen = new ArrayList<ChosenFilter>();
        byName.values().stream()
                .sorted(Comparator.comparingDouble(ChosenFilters::score).reversed())
                .forEach(candidates -> {
                    LakeColumn column = candidates.getFirst().facts().column();
                    String name = ChosenFilter.nameOf(column);
                    boolean isFree = !name.isEmpty()
                            && !name.startsWith(DAYS)
                            && chosen.stream().noneMatch(other -> other.name().equals(name));
                    if (isFree && chosen.size() < MOST_GROUPS) {
                        chosen.add(new ChosenFilter(
                                name,
                                column,
                                candidates.stream().map(Candidate::table).toList()));
                    }
                });
        return List.copyOf(chosen);
    }

    private record Candidate(KnownTable table, ColumnFacts facts) {}

    /** A group of two tables is better than one of one, and one of many rows better than one of few. */
    private static double score(List<Candidate> candidates) {
        return candidates.stream()
                        .mapToDouble(each -> each.facts().groupScore()
                                + Math.log10(each.table().rows() + 1.0) / 2)
                        .max()
                        .orElse(0)
                + candidates.size()
                - 1;
    }

    List<Filter> filters(Spot spot) {
        return Stream.concat(
                        timed.isEmpty()
                                ? Stream.of()
                                : Stream.of(new DateRangeFilter(
                                        DAYS, daysLabel(), Days.ALL, Optional.empty(), Optional.empty())),
                        groups.stream().map(group -> group.filter(spot)))
                .toList();
    }

    private String daysLabel() {
        List<String> labels = timed.stream()
                .flatMap(table -> table.time().stream())
                .map(time -> time.column().label())
                .distinct()
                .toList();
        return labels.size() == 1 ? labels.getFirst() : "Days";
    }

    /** The conditions of all filters that a table has something to do with. */
    List<String> conditions(KnownTable table, List<Dimension> dimensions) {
        return Stream.concat(
                        table.time().stream().flatMap(time -> days(time.column())),
                        groups.stream().flatMap(group -> group.condition(table, dimensions).stream()))
                .toList();
    }

    private static Stream<String> days(LakeColumn time) {
        return Stream.of(
                "($days_from IS NULL OR " + time.sql() + " >= $days_from)",
                "($days_before IS NULL OR " + time.sql() + " < $days_before)");
    }

    /** The filter that a click on this column's value sets. */
    Optional<String> clicked(KnownTable table, LakeColumn column) {
        return groups.stream()
                .filter(group -> group.isOf(table, column))
                .map(ChosenFilter::name)
                .findFirst();
    }
}
