package io.duckboard.board;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A dashboard.
 *
 * @param refresh how often its tiles ask again; if absent, never
 * @param freshness the table whose age the page tells
 * @param filters without those that are broken
 */
public record Dashboard(
        DashboardName name,
        String title,
        String description,
        Optional<Duration> refresh,
        Optional<String> freshness,
        List<NeededTable> needs,
        List<Filter> filters,
        List<Tile> tiles) {

    public Dashboard {
        needs = List.copyOf(needs);
        filters = List.copyOf(filters);
        tiles = List.copyOf(tiles);
    }

    public Optional<Filter> filter(String name) {
        return filters.stream().filter(filter -> filter.name().equals(name)).findFirst();
    }
}
