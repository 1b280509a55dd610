package io.duckboard.sqlpage.saved;

import java.util.List;

/** What was found in a file that somebody brought. */
public sealed interface SqlImport {

    /** @param leftOut names of files that were no good, each with the reason, as people read it */
    record Read(List<SqlFile> files, List<String> leftOut) implements SqlImport {
        public Read {
            files = List.copyOf(files);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** @param reason a sentence */
    record Refused(String reason) implements SqlImport {}
}
