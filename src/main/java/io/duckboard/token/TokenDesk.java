package io.duckboard.token;

import io.duckboard.database.DatabaseSettings;
import io.duckboard.database.HomeDatabase;
import io.duckboard.database.socket.HomeCall;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Roles;
import java.time.Clock;
import java.util.List;

/** Where whoever looks after Duckboard makes tokens, lists and revokes them. */
public interface TokenDesk extends AutoCloseable {

    /**
     * Asks the app that runs in the home, or opens the database, if there is no such app.
     *
     * @throws FailureException if neither can be done
     */
    static TokenDesk of(DatabaseSettings settings, Clock clock) {
        return HomeCall.to(settings.home()).<TokenDesk>map(AskedDesk::new).orElseGet(() -> {
            HomeDatabase database = HomeDatabase.open(settings);
            return new OpenedDesk(database, new Tokens(database, clock, Roles.OF_EVERYONE));
        });
    }

    /** @throws FailureException if there can be no such token */
    IssuedToken issue(NewToken wanted);

    /** Returns all tokens, the newest first. */
    List<Token> all();

    /** @throws FailureException if there is no such token */
    Token revoke(String id);

    @Override
    void close();
}
