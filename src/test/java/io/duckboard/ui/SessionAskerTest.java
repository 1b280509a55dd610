package io.duckboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.security.SignedIn;
import io.duckboard.security.Way;
import io.duckboard.testing.PanelTest;
import io.duckboard.testing.SignIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Says who asks: a person where people sign in, else everyone. */
class SessionAskerTest extends PanelTest {

    @Nested
    class WhereNobodySignsIn {

        private final SessionAsker askers = new SessionAsker(new SignedIn(SignIn.none()));

        @Test
        void isEveryoneAndMayDoEverything() {
            assertThat(askers.get().owner()).isEqualTo(Owner.EVERYONE);
            assertThat(askers.get().role()).isEqualTo(Role.OPERATOR);
        }

        @Test
        void isTheSameCallerAsLongAsTheSessionLasts() {
            CallerId first = askers.get().caller();

            assertThat(askers.get().caller()).isEqualTo(first);
            VaadinSession.getCurrent().setAttribute(CallerId.class, null);
            assertThat(askers.get().caller()).isNotEqualTo(first);
        }

        @Test
        void isTheAppsOwnCallerWhereThereIsNoBrowser() {
            CallerId browser = askers.get().caller();
            VaadinSession session = VaadinSession.getCurrent();
            VaadinSession.setCurrent(null);
            try {
                assertThat(askers.get().caller())
                        .isEqualTo(askers.get().caller())
                        .isNotEqualTo(browser);
            } finally {
                VaadinSession.setCurrent(session);
            }
        }
    }

    @Nested
    class WherePeopleSignIn {

        private final SessionAsker askers = new SessionAsker(new SignedIn(SignIn.by(Path.of("users"))));

        @Test
        void isNobodyUntilThen() {
            assertThat(askers.get().role()).isEqualTo(Role.NOBODY);
        }

        @Test
        void isThePersonOfTheSession() {
            signIn(new Person("user:ann", "ann", Role.VIEWER));

            Asker asker = askers.get();

            assertThat(asker.owner()).isEqualTo(new Owner("user:ann"));
            assertThat(asker.name()).isEqualTo("ann");
            assertThat(asker.role()).isEqualTo(Role.VIEWER);
            assertThat(asker).isEqualTo(askers.get());
        }

        @Test
        void asksFromWhereTheRequestUnderWayComes() {
            signIn(new Person("user:ann", "ann", Role.VIEWER));

            assertThat(askers.get().origin())
                    .isEqualTo(new Origin(VaadinRequest.getCurrent().getRemoteAddr(), Way.PAGE));
        }

        @Test
        void asksFromWhereTheSessionBeganWhereNoRequestIsUnderWay() {
            signIn(new Person("user:ann", "ann", Role.VIEWER));
            String begun = VaadinSession.getCurrent().getBrowser().getAddress();
            CurrentInstance.set(VaadinRequest.class, null);

            assertThat(askers.get().origin()).isEqualTo(new Origin(begun, Way.PAGE));
        }

        @Test
        void isNobodyWhereTheSessionHasEnded() {
            signIn(new Person("user:ann", "ann", Role.VIEWER));

            VaadinSession.getCurrent().getSession().invalidate();

            assertThat(askers.get().role()).isEqualTo(Role.NOBODY);
        }

        @Test
        void isNobodyWhereThereIsNoBrowser() {
            VaadinSession session = VaadinSession.getCurrent();
            VaadinSession.setCurrent(null);
            try {
                assertThat(askers.get().role()).isEqualTo(Role.NOBODY);
            } finally {
                VaadinSession.setCurrent(session);
            }
        }

        private static void signIn(Person person) {
            VaadinSession.getCurrent().getSession().setAttribute(SignedIn.PERSON, person);
        }
    }
}
