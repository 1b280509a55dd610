package io.duckboard.lake.trips;

import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import java.time.YearMonth;
import java.util.List;

/** Where a month of trips comes from. */
public sealed interface TripSource permits SampleTrips, SyntheticTrips, TripFiles {

    /** What people call it. */
    String description();

    /** Gets it ready to be read once, in the columns of {@link TripSchema}. */
    Month prepare(LoadDatabase database, LoadProgress progress);

    /**
     * @param select the trips
     * @param read rows of the source, of which some may not be of the month
     * @param lacking columns of the lake that the source has not; they are NULL
     * @param leftOut columns of the source that the lake has not
     */
    record Month(YearMonth month, String select, long read, List<String> lacking, List<String> leftOut) {
        public Month {
            lacking = List.copyOf(lacking);
            leftOut = List.copyOf(leftOut);
        }
    }
}
