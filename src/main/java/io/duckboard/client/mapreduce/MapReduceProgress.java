package io.duckboard.client.mapreduce;

/** Is notified of the progress of a map-reduce. Several threads call it, one at a time. */
public interface MapReduceProgress {

    /** Ignores all progress. */
    MapReduceProgress NONE = new MapReduceProgress() {
        @Override
        public void mapped(Partition partition) {}

        @Override
        public void repeated(String call, String why) {}
    };

    void mapped(Partition partition);

    /** @param call the name of the repeated call, for people */
    void repeated(String call, String why);
}
