package io.duckboard.mcp;

import io.duckboard.client.QuerySettings;
import io.duckboard.database.socket.HomeAnswers;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Person;
import io.duckboard.security.Place;
import io.duckboard.security.Role;
import io.duckboard.security.SignedIn;
import io.duckboard.security.Way;
import io.duckboard.token.TokenCheck;
import io.duckboard.token.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Answers {@code duckboard mcp} of the same account. Such a command may ask by a token; else it asks as the account
 * itself, which has everything of Duckboard's in its hands anyway.
 */
final class McpAnswers implements HomeAnswers {

    /** Answered by {@code {"lake", "function"}}: a command over another lake asks an engine of its own. */
    static final String LAKE = "mcp.lake";

    /** With {@code {"message", "token"}}, answered by {@code {"message"}}; each may be null. */
    static final String MESSAGE = "mcp.message";

    private static final Person ACCOUNT = new Person("account", "this machine's account", Role.OPERATOR);

    private final Supplier<MessageLines> messages;
    private final QuerySettings settings;
    private final Tokens tokens;
    private final SignedIn people;

    McpAnswers(Supplier<LakeServer> server, QuerySettings settings, Tokens tokens, SignedIn people) {
        this.messages = SingletonSupplier.of(() -> new MessageLines(server.get()));
        this.settings = settings;
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    public Set<String> questions() {
        return Set.of(LAKE, MESSAGE);
    }

    @Override
    public Map<String, @Nullable Object> answer(String question, Map<String, Object> members) {
        var answer = new HashMap<String, @Nullable Object>();
        if (question.equals(LAKE)) {
            answer.put("lake", settings.lake());
            answer.put("function", settings.function().orElse(null));
        } else {
            Asker asker = asker(members.get("token"));
            asker.check(Place.MCP);
            answer.put(
                    "message",
                    messages.get()
                            .answer(asker, String.valueOf(members.get("message")))
                            .orElse(null));
        }
        return answer;
    }

    private Asker asker(@Nullable Object token) {
        Person person = token instanceof String text ? owner(text) : ACCOUNT;
        return people.asker(person, new Origin("", Way.MCP));
    }

    private Person owner(String token) {
        return switch (tokens.check(token)) {
            case TokenCheck.Accepted(var _, Person person) -> person;
            case TokenCheck.Refused(String reason) ->
                throw new FailureException(reason, "Set DUCKBOARD_TOKEN to another one, or unset it.");
        };
    }
}
