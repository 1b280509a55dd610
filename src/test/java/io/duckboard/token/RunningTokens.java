package io.duckboard.token;

import io.duckboard.audit.Audit;
import io.duckboard.database.HomeDatabase;
import io.duckboard.database.socket.HomeAnswers;
import io.duckboard.security.Roles;
import java.time.Clock;

/** What an app answers about tokens in which nobody signs in. */
public final class RunningTokens {

    private RunningTokens() {}

    public static HomeAnswers in(HomeDatabase database) {
        return new TokenAnswers(new Tokens(database, Clock.systemUTC(), Roles.OF_EVERYONE), Audit.off());
    }
}
