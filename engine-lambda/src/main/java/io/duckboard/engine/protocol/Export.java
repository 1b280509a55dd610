package io.duckboard.engine.protocol;

/** A whole answer, however many rows, as a file of the lake in place of rows in the answer. */
public sealed interface Export {

    /** The end of the file's name, without the dot. */
    String extension();

    /** Every type of DuckDB's that Parquet knows; HUGEINT as DECIMAL(38,0), INTERVAL as its text. */
    record Parquet() implements Export {
        @Override
        public String extension() {
            return "parquet";
        }
    }

    /** With a header, NULL as nothing and an empty text as {@code ""}. */
    record Csv(Escape escape) implements Export {
        @Override
        public String extension() {
            return "csv";
        }
    }

    /** An object a line, its values as in an answer's records. */
    record JsonLines() implements Export {
        @Override
        public String extension() {
            return "jsonl";
        }
    }

    /** What is done to texts that a spreadsheet would run as formulas. */
    enum Escape {
        NONE,
        /** They get an apostrophe in front. */
        SPREADSHEET
    }
}
