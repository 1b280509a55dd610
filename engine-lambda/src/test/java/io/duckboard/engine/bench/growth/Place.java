package io.duckboard.engine.bench.growth;

/** Where a lake lies, and so what is measured. */
enum Place {
    /** A process that has answered the question before. */
    FOLDER("folder"),
    /** A process that touches the lake for the first time, over a network with the latency of S3. */
    S3("S3");

    private final String title;

    Place(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
