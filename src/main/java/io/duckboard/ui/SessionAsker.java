package io.duckboard.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Asking;
import io.duckboard.security.Origin;
import io.duckboard.security.Person;
import io.duckboard.security.SignedIn;
import io.duckboard.security.Way;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says who asks. It is whoever has sent a token; else, where people sign in, the session's person; else each browser
 * may do everything, and is its own caller of the engine, with an id that its session was given.
 */
@Component
final class SessionAsker implements Supplier<Asker> {

    private final SignedIn people;

    /** The caller of questions that do not come from a browser. */
    private final CallerId app = CallerId.random();

    SessionAsker(SignedIn people) {
        this.people = people;
    }

    /** Called by a thread that works for a page, for one of its files, or for whoever has sent a token. */
    @Override
    public Asker get() {
        return Asking.now().orElseGet(this::ofThePage);
    }

    private Asker ofThePage() {
        VaadinSession session = VaadinSession.getCurrent();
        return people.isRequired()
                ? people.asker(
                        name -> session == null || session.getSession() == null
                                ? null
                                : session.getSession().getAttribute(name),
                        origin(session))
                : Asker.everyone(caller(session), origin(session));
    }

    /** A session may change its address, so the request under way says more than the session's first one. */
    private static Origin origin(@Nullable VaadinSession session) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            return new Origin(Objects.requireNonNullElse(request.getRemoteAddr(), ""), Way.PAGE);
        }
        return session == null || !session.hasLock() || session.getBrowser() == null
                ? Origin.APP
                : new Origin(Objects.requireNonNullElse(session.getBrowser().getAddress(), ""), Way.PAGE);
    }

    /** Returns whoever has signed in; empty where nobody has to. */
    static Optional<Person> person() {
        return VaadinSession.getCurrent().getSession().getAttribute(SignedIn.PERSON) instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    private CallerId caller(@Nullable VaadinSession session) {
        if (session == null || !session.hasLock()) {
            return app;
        }
        CallerId given = session.getAttribute(CallerId.class);
        if (given != null) {
            return given;
        }
        CallerId fresh = CallerId.random();
        session.setAttribute(CallerId.class, fresh);
        return fresh;
    }
}
