package io.duckboard.dashboard;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first pickup locations by number of trips.
 *
 * @param viewRows rows in the whole view; 0 where it is empty
 */
public record TopLocations(List<PickupLocation> locations, long viewRows) {

    /** The table the transform builds for this page. */
    public static final String VIEW = "top_pickup_locations";

    /** The view itself is cut there. */
    public static final int MOST = 200;

    static final String COLUMNS = """
            location_id, zone, borough, counts,
                   counts / sum(counts) OVER () AS share,
                   count(*) OVER () AS view_rows""";
    static final String IN_ORDER = """
            FROM top_pickup_locations LEFT JOIN zones USING (location_id)
            ORDER BY counts DESC, location_id""";

    public TopLocations {
        locations = List.copyOf(locations);
    }

    public static Request.Query query(int wanted) {
        String sql = "SELECT " + COLUMNS + "\n" + IN_ORDER + "\nLIMIT " + wanted;
        return Request.Query.of(sql).limit(MOST).format(RowFormat.ROWS);
    }

    public static TopLocations of(Answer.Rows answer) {
        var locations = new ArrayList<PickupLocation>();
        long viewRows = 0;
        for (List<@Nullable Object> row : answer.rows()) {
            viewRows = number(row.get(5)).longValue();
            locations.add(new PickupLocation(
                    locations.size() + 1,
                    number(row.get(0)).longValue(),
                    text(row.get(1)),
                    text(row.get(2)),
                    number(row.get(3)).longValue(),
                    number(row.get(4)).doubleValue()));
        }
        return new TopLocations(locations, viewRows);
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : 0;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
