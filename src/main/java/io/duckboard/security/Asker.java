package io.duckboard.security;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.CallerId;

/**
 * Who asks for something.
 *
 * @param owner whose everything is that is kept or asked for
 * @param name what the asker is called; somebody else may have the same name
 * @param caller what the engine knows of the asker, which says nothing to anybody else
 */
public record Asker(Owner owner, String name, Role role, CallerId caller, Origin origin) {

    /** Returns somebody who asks where there is no sign-in, and may do everything. */
    public static Asker everyone() {
        return everyone(CallerId.random(), Origin.APP);
    }

    public static Asker everyone(CallerId caller, Origin origin) {
        return new Asker(Owner.EVERYONE, Owner.EVERYONE.name(), Role.OPERATOR, caller, origin);
    }

    public boolean may(Place place) {
        return place.isOpenTo(role);
    }

    /** @throws FailureException if the asker may not do that */
    public void check(Place place) {
        if (!may(place)) {
            throw new FailureException(refusal(), refusalHint());
        }
    }

    /**
     * Returns as whom the asker keeps tabs, history and saved queries.
     *
     * @throws FailureException if the asker keeps none
     */
    public Owner keeper() {
        check(Place.KEPT);
        return owner;
    }

    /** Says that the asker may not do something. */
    public String refusal() {
        return role == Role.NOBODY
                ? "Nobody is signed in here any more."
                : "The role " + role.word() + " may not do this.";
    }

    /** Says what to do about a refusal. */
    public String refusalHint() {
        return role == Role.NOBODY
                ? "Reload the page to sign in."
                : "Ask whoever looks after Duckboard for another role.";
    }
}
