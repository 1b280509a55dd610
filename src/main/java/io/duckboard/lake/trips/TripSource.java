package io.duckboard.lake.trips;

import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import java.time.YearMonth;
import java.util.List;

/** The source of a month of trips. */
public sealed interface TripSource permits SampleTrips, SyntheticTrips, TripFiles {

    /** Returns the source's name for users. */
    String description();

    /** Prepares the source to be read once, in the columns of {@link TripSchema}. */
    Month prepare(LoadDatabase database, LoadProgress progress);

    /**
     * @param select the SELECT that reads the trips
     * @param read the number of rows of the source, some of which may belong to other months
     * @param lacking columns of the lake that the source does not have; they are NULL
     * @param leftOut columns of the source that the lake does not have
     */
    record Month(YearMonth month, String select, long read, List<String> lacking, List<String> leftOut) {
        public Month {
            lacking = List.copyOf(lacking);
            leftOut = List.copyOf(leftOut);
        }
    }
}
