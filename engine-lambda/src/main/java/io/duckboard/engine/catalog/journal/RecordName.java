package io.duckboard.engine.catalog.journal;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of records: 128 random bits and their check, which no file of others has by chance. So a record that a kill has
 * left empty, between its making and its writing, is known for one.
 */
final class RecordName {

    /** To be built into patterns of paths. */
    static final String PATTERN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{16}\\.json";

    static final String END = ".json";

    private static final Pattern AT_THE_END = Pattern.compile("(?:^|.*[/-])(.{36})-(.{16})\\.json");

    private static final int CHECK = 16;

    private RecordName() {}

    static String make() {
        UUID random = RandomName.make();
        return random + "-" + check(random.toString()) + END;
    }

    /** Whether a path ends in one. */
    static boolean endsIn(String path) {
        Matcher name = AT_THE_END.matcher(path);
        return name.matches() && check(name.group(1)).equals(name.group(2));
    }

    private static String check(String random) {
        return Sha256.of("a record of Duckboard's " + random).substring(0, CHECK);
    }
}
