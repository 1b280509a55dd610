package io.duckboard.engine.lambda;

import java.sql.SQLException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">SnapStart's hooks</a>
 * do: an engine is frozen once, ready to answer, and wakes up in many copies at any time later.
 */
final class SnapStart implements Resource {

    private final Engine engine;

    private SnapStart(Engine engine) {
        this.engine = engine;
    }

    /** @return to be kept as long as the engine: the runtime keeps weak references only */
    static Resource register(Engine engine) {
        SnapStart hooks = new SnapStart(engine);
        Core.getGlobalContext().register(hooks);
        return hooks;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        engine.prime();
        System.out.println("The engine is primed for its snapshot.");
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws SQLException {
        engine.renew();
        engine.prime();
        System.out.println("The engine is restored from its snapshot.");
    }
}
