package io.duckboard.lake.source;

/** A number of JSON, as it is written. */
record JsonNumber(String text) {

    boolean isFinite() {
        return !text.contains("N") && !text.contains("Inf");
    }
}
