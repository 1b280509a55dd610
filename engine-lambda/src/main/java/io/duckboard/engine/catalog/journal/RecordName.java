package io.duckboard.engine.catalog.journal;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of records: 128 random bits and a check that no other file's name matches by chance. So a record that a kill
 * left empty, after it was created and before it was written, is still recognised as one.
 */
final class RecordName {

    /** For use in patterns of paths. */
    static final String PATTERN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{16}\\.json";

    static final String END = ".json";

    private static final Pattern AT_THE_END = Pattern.compile("(?:^|.*[/-])(.{36})-(.{16})\\.json");

    private static final int CHECK = 16;

    private RecordName() {}

    static String make() {
        UUID random = RandomName.make();
        return random + "-" + check(random.toString()) + END;
    }

    /** Whether a path ends in such a name. */
    static boolean endsIn(String path) {
        Matcher name = AT_THE_END.matcher(path);
        return name.matches() && check(name.group(1)).equals(name.group(2));
    }

    private static String check(String random) {
        return Sha256.of("a record of Duckboard's " + random).substring(0, CHECK);
    }
}
