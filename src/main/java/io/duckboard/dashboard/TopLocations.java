package io.duckboard.dashboard;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * The first pickup locations by number of trips.
 *
 * @param viewRows rows in the whole view; 0 if it is empty
 */
public record TopLocations(List<PickupLocation> locations, long viewRows) {

    /** The table that the transform builds for this page. */
    public static final String VIEW = "top_pickup_locations";

    /** The view itself has no more rows than this. */
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
        for (AnswerRow row : AnswerRow.all(answer)) {
            viewRows = row.count("view_rows");
            locations.add(new PickupLocation(
                    locations.size() + 1,
                    row.count("location_id"),
                    row.text("zone"),
                    row.text("borough"),
                    row.count("counts"),
                    row.number("share")));
        }
        return new TopLocations(locations, viewRows);
    }
}
