package io.duckboard.sqlpage.download;

import io.duckboard.engine.protocol.Export;

/** The file formats in which a whole answer can be downloaded. */
public enum DownloadFormat {
    CSV("CSV", "csv", "text/csv;charset=utf-8"),
    PARQUET("Parquet", "parquet", "application/vnd.apache.parquet"),
    JSON_LINES("JSON lines", "jsonl", "application/jsonl;charset=utf-8"),
    /** The engine does not write Excel files. They are made from JSON lines, which have every value exactly. */
    EXCEL("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String label;
    private final String extension;
    private final String contentType;

    DownloadFormat(String label, String extension, String contentType) {
        this.label = label;
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Returns the name that people see. */
    public String label() {
        return label;
    }

    /** Returns the extension of the file's name, without the dot. */
    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    /** Returns the format that the engine writes. */
    public Export export() {
        return switch (this) {
            case CSV -> new Export.Csv(Export.Escape.SPREADSHEET);
            case PARQUET -> new Export.Parquet();
            case JSON_LINES, EXCEL -> new Export.JsonLines();
        };
    }
}
