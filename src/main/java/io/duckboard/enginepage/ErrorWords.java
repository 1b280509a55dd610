package io.duckboard.enginepage;

/** What went wrong with a call, for those who look after the engine and did not ask. */
public final class ErrorWords {

    private ErrorWords() {}

    /** @param word as in {@link io.duckboard.client.FinishedCall#word} */
    public static String of(String word) {
        return switch (word) {
            case "timeout" -> "A query took longer than it may.";
            case "busy" -> "The engine had as many queries as it could take.";
            case "out_of_memory" -> "A query needed more memory than the engine has.";
            case "lake_unavailable" -> "The lake could not be read.";
            case "lake_denied" -> "The engine may not read the lake.";
            case "file_missing" -> "A file of the lake was not there.";
            case "file_damaged" -> "A file of the lake is damaged.";
            case "unreachable" -> "No engine answered.";
            default -> "Something failed that nobody foresaw.";
        };
    }
}
