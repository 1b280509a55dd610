package io.duckboard.token;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens as the members of JSON objects. */
public final class TokenJson {

    private static final String TEXT = "token";
    private static final String TOKENS = "tokens";

    private TokenJson() {}

    /** A token that has just been made has its text too, as {@code token}. */
    public static Map<String, @Nullable Object> members(IssuedToken issued) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put(TEXT, issued.text());
        members.putAll(members(issued.token()));
        return members;
    }

    public static Map<String, @Nullable Object> members(Token token) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", token.id());
        members.put("name", token.name());
        members.put("owner", token.owner().name());
        members.put("ownerName", token.ownerName());
        members.put("role", token.role().word());
        members.put("createdAt", token.createdAt().toString());
        members.put("expiresAt", token.expiresAt().toString());
        members.put("lastUsedAt", token.lastUsedAt().map(Instant::toString).orElse(null));
        members.put("revokedAt", token.revokedAt().map(Instant::toString).orElse(null));
        return members;
    }

    static Map<String, @Nullable Object> members(List<Token> tokens) {
        return Map.of(TOKENS, tokens.stream().map(TokenJson::members).toList());
    }

    static Map<String, @Nullable Object> members(NewToken wanted) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", wanted.name());
        members.put("role", wanted.role().word());
        members.put("lifetime", wanted.lifetime().toString());
        members.put("owner", wanted.owner().map(of -> of.owner().name()).orElse(null));
        members.put("ownerName", wanted.owner().map(NewToken.TokenOwner::name).orElse(null));
        return members;
    }

    static NewToken wanted(Map<String, Object> members) {
        return read(() -> new NewToken(
                text(members, "name"),
                role(members),
                optional(members, "owner")
                        .map(owner -> new NewToken.TokenOwner(new Owner(owner), text(members, "ownerName"))),
                Duration.parse(text(members, "lifetime"))));
    }

    static IssuedToken issued(Map<String, Object> members) {
        return read(() -> new IssuedToken(token(members), text(members, TEXT)));
    }

    static List<Token> tokens(Map<String, Object> members) {
        return read(() -> ((List<?>) Optional.ofNullable(members.get(TOKENS)).orElseThrow())
                .stream().map(one -> token(object(one))).toList());
    }

    static Token token(Map<String, Object> members) {
        return read(() -> new Token(
                text(members, "id"),
                text(members, "name"),
                new Owner(text(members, "owner")),
                text(members, "ownerName"),
                role(members),
                Instant.parse(text(members, "createdAt")),
                Instant.parse(text(members, "expiresAt")),
                optional(members, "lastUsedAt").map(Instant::parse),
                optional(members, "revokedAt").map(Instant::parse)));
    }

    @SuppressWarnings("unchecked") // A member of a JSON object has a name.
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    private static Role role(Map<String, Object> members) {
        return Role.named(text(members, "role")).orElseThrow();
    }

    private static String text(Map<String, Object> members, String name) {
        return optional(members, name).orElseThrow();
    }

    private static Optional<String> optional(Map<String, Object> members, String name) {
        return Optional.ofNullable(members.get(name)).map(String.class::cast);
    }

    /** Both processes may be of different versions. */
    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchElementException | ClassCastException | IllegalArgumentException | DateTimeException e) {
            throw new FailureException(
                    "The Duckboard that runs here speaks of tokens in another way.",
                    "Restart it, so that both are of the same version.",
                    e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read();
    }
}
