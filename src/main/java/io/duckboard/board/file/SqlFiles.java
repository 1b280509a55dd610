package io.duckboard.board.file;

import io.duckboard.board.yaml.Problems;
import java.util.Optional;

/** The .sql files beside a dashboard's file. */
public interface SqlFiles {

    /** Files of a dashboard that is not in a folder: there are none. */
    SqlFiles NONE = name -> new Found.Missing("There is no file " + Problems.quoted(name) + ".", Optional.empty(), "");

    /** @param name as the dashboard's file has it, with {@code /} */
    Found read(String name);

    /** What there is of that name. */
    sealed interface Found {

        /** @param file the path below the folder of dashboards, with {@code /} */
        record Sql(String file, String text) implements Found {}

        /**
         * @param message a sentence
         * @param meant the name that was probably meant
         */
        record Missing(String message, Optional<String> meant, String hint) implements Found {}
    }
}
