package io.duckboard.board.yaml;

/**
 * A key of a mapping.
 *
 * @param meaning what it is for, in words for whoever writes the file
 */
public record Key<T>(String name, ValueType<T> type, Presence presence, String meaning) {

    /** Whether a mapping can be without it. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    public static <T> Key<T> required(String name, ValueType<T> type, String meaning) {
        return new Key<>(name, type, Presence.REQUIRED, meaning);
    }

    public static <T> Key<T> optional(String name, ValueType<T> type, String meaning) {
        return new Key<>(name, type, Presence.OPTIONAL, meaning);
    }

    boolean isRequired() {
        return presence == Presence.REQUIRED;
    }
}
