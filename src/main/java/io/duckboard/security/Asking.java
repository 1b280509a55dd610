package io.duckboard.security;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Who asks on this thread, where it does not work for a page: whoever has sent a token. */
public final class Asking {

    private static final ScopedValue<Asker> ASKER = ScopedValue.newInstance();

    private Asking() {}

    /** Does something for somebody who asks for it. */
    public static <T> T as(Asker asker, Callable<T> work) throws Exception {
        return ScopedValue.where(ASKER, asker).call(work::call);
    }

    public static Optional<Asker> now() {
        return ASKER.isBound() ? Optional.of(ASKER.get()) : Optional.empty();
    }
}
