package io.duckboard.token;

import io.duckboard.database.HomeDatabase;
import java.util.List;

/** In the process that has the home's database open. */
record OpenedDesk(HomeDatabase database, Tokens tokens) implements TokenDesk {

    @Override
    public IssuedToken issue(NewToken wanted) {
        return tokens.issue(wanted);
    }

    @Override
    public List<Token> all() {
        return tokens.all();
    }

    @Override
    public Token revoke(String id) {
        return tokens.revoke(id);
    }

    @Override
    public void close() {
        database.close();
    }
}
