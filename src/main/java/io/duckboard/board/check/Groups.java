package io.duckboard.board.check;

import io.duckboard.engine.protocol.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Divides queries into as many groups as there are workers. */
final class Groups {

    /** Less than a request may have, for what is between the queries. */
    private static final int MOST_CHARACTERS = Request.Query.MAX_SQL_BYTES / 4;

    private Groups() {}

    /**
     * @param workers how many groups, if the values of their parameters allow it
     * @return groups of queries that can be asked in one call each; none is empty
     */
    static List<List<CheckedQuery>> of(List<CheckedQuery> queries, int workers) {
        List<List<CheckedQuery>> groups = new ArrayList<>();
        for (CheckedQuery query : queries) {
            Optional<List<CheckedQuery>> smallest = groups.size() < workers
                    ? Optional.empty()
                    : groups.stream()
                            .filter(group -> group.stream().allMatch(query::agreesWith))
                            .filter(group -> size(group) + query.sql().text().length() < MOST_CHARACTERS)
                            .min(Comparator.comparingInt(List::size));
            smallest.ifPresentOrElse(group -> group.add(query), () -> groups.add(new ArrayList<>(List.of(query))));
        }
        return groups;
    }

    private static int size(List<CheckedQuery> group) {
        return group.stream().mapToInt(query -> query.sql().text().length()).sum();
    }
}
