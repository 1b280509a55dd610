package io.duckboard.security;

import io.duckboard.engine.protocol.CallerId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who a session belongs to, where people sign in. */
@Component
public final class SignedIn {

    /** The name under which a session has its person. */
    public static final String PERSON = Person.class.getName();

    private static final Owner NOBODY = new Owner("nobody");

    private final boolean required;
    private final CallerId nobody = CallerId.random();
    private final Map<String, CallerId> callers = new ConcurrentHashMap<>();

    public SignedIn(SignInSettings settings) {
        this.required = settings.isOn();
    }

    /** Returns whether nobody may do anything without having signed in. */
    public boolean isRequired() {
        return required;
    }

    /**
     * Returns who asks. All of a person's sessions are one caller of the engine.
     *
     * @param attributes of the asker's session, which may have ended
     */
    public Asker asker(Function<String, @Nullable Object> attributes, Origin origin) {
        return person(attributes) instanceof Person person
                ? asker(person, origin)
                : new Asker(NOBODY, NOBODY.name(), Role.NOBODY, nobody, origin);
    }

    /** Returns a person who asks, by a session or by a token. Where nobody signs in, what they keep is everyone's. */
    public Asker asker(Person person, Origin origin) {
        return new Asker(
                required ? new Owner(person.owner()) : Owner.EVERYONE,
                person.name(),
                person.role(),
                callers.computeIfAbsent(person.owner(), _ -> CallerId.random()),
                origin);
    }

    private static @Nullable Object person(Function<String, @Nullable Object> attributes) {
        try {
            return attributes.apply(PERSON);
        } catch (IllegalStateException e) {
            // The session has ended, which is how a server says so.
            return null;
        }
    }
}
