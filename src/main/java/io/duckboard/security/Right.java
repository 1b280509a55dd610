package io.duckboard.security;

/** What somebody may do. What takes which right is in {@link Place}. */
public enum Right {
    /** Look at dashboards, and set their filters. */
    SEE(Role.VIEWER),
    /** Ask the lake by SQL of one's own, and look at what is in it. */
    ASK(Role.ANALYST),
    /** Take whole answers home, as files. */
    EXPORT(Role.ANALYST),
    /** Keep tabs, history and saved queries. */
    KEEP(Role.ANALYST),
    /** Change what the lake holds. */
    OPERATE(Role.OPERATOR);

    private final Role least;

    Right(Role least) {
        this.least = least;
    }

    boolean isOf(Role role) {
        return role.compareTo(least) >= 0;
    }
}
