package io.duckboard.client.mapreduce;

/** Who wants to know how far a map-reduce is; called by several threads, one at a time. */
public interface MapReduceProgress {

    /** Nobody. */
    MapReduceProgress NONE = new MapReduceProgress() {
        @Override
        public void mapped(Partition partition) {}

        @Override
        public void repeated(String call, String why) {}
    };

    void mapped(Partition partition);

    /** @param call which one is made again, for people */
    void repeated(String call, String why);
}
