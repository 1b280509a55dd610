package io.duckboard.lake.source;

/** The kinds of files that become tables. */
public enum FileKind {
    TEXT("text files"),
    JSON("JSON files"),
    PARQUET("Parquet files"),
    SPREADSHEET("spreadsheets");

    private final String title;

    FileKind(String title) {
        this.title = title;
    }

    /** In the plural. */
    String title() {
        return title;
    }
}
