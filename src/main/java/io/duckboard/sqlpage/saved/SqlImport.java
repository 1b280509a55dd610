package io.duckboard.sqlpage.saved;

import java.util.List;

/** The result of reading a file that somebody imports. */
public sealed interface SqlImport {

    /** @param leftOut names of files that were no good, each with the reason, for people to read */
    record Read(List<SqlFile> files, List<String> leftOut) implements SqlImport {
        public Read {
            files = List.copyOf(files);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** @param reason a sentence */
    record Refused(String reason) implements SqlImport {}
}
