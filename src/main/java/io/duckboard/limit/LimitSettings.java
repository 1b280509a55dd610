package io.duckboard.limit;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Role;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how much people may ask.
 *
 * @param viewer the allowance of viewers, see {@link AllowanceText}; likewise for the other roles
 * @param users a file with the allowances of single people, see {@link PeopleFile}
 */
@ConfigurationProperties("duckboard.limit")
record LimitSettings(
        Optional<String> viewer, Optional<String> analyst, Optional<String> operator, Optional<String> users) {

    /** A dashboard asks five questions when it opens; a wall of them, or an office that signs in by one name, is fine. */
    private static final String VIEWER = "queries=20 per-minute=600 dollars-per-day=5";

    /** Nobody who reads the answers meets these bounds; a loop that somebody forgot does. */
    private static final String ANALYST = "queries=10 per-minute=240 bytes-per-day=1TB dollars-per-day=10";

    LimitSettings {
        viewer = viewer.filter(text -> !text.isBlank());
        analyst = analyst.filter(text -> !text.isBlank());
        operator = operator.filter(text -> !text.isBlank());
        users = users.filter(file -> !file.isBlank());
    }

    Optional<Path> usersFile() {
        return users.map(Path::of);
    }

    /**
     * @param isForTeam whether people sign in; somebody alone has no limits that nobody has set
     * @throws FailureException if it cannot be read
     */
    Allowance of(Role role, boolean isForTeam) {
        return switch (role) {
            case NOBODY -> Allowance.UNBOUNDED;
            case VIEWER -> read("DUCKBOARD_LIMIT_VIEWER", viewer, isForTeam ? VIEWER : "none");
            case ANALYST -> read("DUCKBOARD_LIMIT_ANALYST", analyst, isForTeam ? ANALYST : "none");
            case OPERATOR -> read("DUCKBOARD_LIMIT_OPERATOR", operator, "none");
        };
    }

    private static Allowance read(String name, Optional<String> set, String otherwise) {
        Allowance base = AllowanceText.read(otherwise, Allowance.UNBOUNDED);
        try {
            return set.map(text -> AllowanceText.read(text, base)).orElse(base);
        } catch (FailureException e) {
            throw new FailureException(e.failure().after(name + " cannot be read: "), e);
        }
    }
}
