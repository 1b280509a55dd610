package io.duckboard.client;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.local.EngineFile;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** No engine is running and none can be started. */
public final class EngineUnavailableException extends FailureException {

    private static final long serialVersionUID = 1L;

    private EngineUnavailableException(String message, String hint, @Nullable Throwable cause) {
        super(message, hint, cause);
    }

    static EngineUnavailableException noRegion(String function, Throwable cause) {
        return new EngineUnavailableException(
                "The function " + function + " cannot be called without a region.",
                "Set AWS_REGION or AWS_PROFILE.",
                cause);
    }

    static EngineUnavailableException noLake(IllegalArgumentException cause) {
        return new EngineUnavailableException(String.valueOf(cause.getMessage()), "", cause);
    }

    static EngineUnavailableException cannotWrite(Path home, Exception cause) {
        return new EngineUnavailableException(
                "Nothing can be written in " + home + " (" + cause.getMessage() + ").",
                "Make room or give rights there, or name another folder in DUCKBOARD_HOME.",
                cause);
    }

    static EngineUnavailableException runsAlready(EngineFile engine, Path home) {
        return new EngineUnavailableException(
                "An engine runs already: process " + engine.pid() + " at " + engine.endpoint() + ", over "
                        + engine.lake() + ".",
                "Use that one, stop it, or give this one a home of its own with --home (now " + home + ").",
                null);
    }

    static EngineUnavailableException cannotListen(String host, int port, IOException cause) {
        return cause instanceof UnknownHostException
                ? new EngineUnavailableException(
                        "Cannot listen on " + host + ":" + port + ": there is no such host.",
                        "Name one of this machine's addresses.",
                        cause)
                : new EngineUnavailableException(String.valueOf(cause.getMessage()), "", cause);
    }

    /** Includes the hint, since somebody who starts Duckboard without its terminal may see only this line. */
    @Override
    public String getMessage() {
        return failure().text();
    }
}
