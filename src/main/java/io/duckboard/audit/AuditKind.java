package io.duckboard.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of an event, as lines name it. */
public enum AuditKind {
    QUERY,
    DOWNLOAD,
    RUN,
    SIGN_IN,
    SIGN_OUT,
    SETTING;

    /** Returns the name that lines and people use, for example {@code sign-in}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AuditKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
