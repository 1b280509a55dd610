package io.duckboard.token;

import io.duckboard.database.socket.HomeCall;
import java.util.List;
import java.util.Map;

/** In another process, which is asked. */
record AskedDesk(HomeCall call) implements TokenDesk {

    @Override
    public IssuedToken issue(NewToken wanted) {
        return TokenJson.issued(call.ask(TokenQuestion.ISSUE.question(), TokenJson.members(wanted)));
    }

    @Override
    public List<Token> all() {
        return TokenJson.tokens(call.ask(TokenQuestion.LIST.question(), Map.of()));
    }

    @Override
    public Token revoke(String id) {
        return TokenJson.token(call.ask(TokenQuestion.REVOKE.question(), Map.of("id", id)));
    }

    /** Each question has a connection of its own. */
    @Override
    public void close() {}
}
