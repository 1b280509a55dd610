package io.duckboard.engine.protocol;

/** A whole answer with any number of rows, written to a file of the lake and not into the answer itself. */
public sealed interface Export {

    /** The extension of the file's name, without the dot. */
    String extension();

    /** Keeps every type of DuckDB's that Parquet has. HUGEINT becomes DECIMAL(38,0), and INTERVAL becomes its text. */
    record Parquet() implements Export {
        @Override
        public String extension() {
            return "parquet";
        }
    }

    /** Has a header. NULL is written as nothing and an empty text as {@code ""}. */
    record Csv(Escape escape) implements Export {
        @Override
        public String extension() {
            return "csv";
        }
    }

    /** One object per line, with the same values as in an answer's records. */
    record JsonLines() implements Export {
        @Override
        public String extension() {
            return "jsonl";
        }
    }

    /** How to treat texts that a spreadsheet would run as formulas. */
    enum Escape {
        NONE,
        /** Puts an apostrophe in front of them. */
        SPREADSHEET
    }
}
