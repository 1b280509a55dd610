package io.duckboard.engine.lambda;

import java.sql.SQLException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Implements <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">SnapStart's
 * hooks</a>: an engine is frozen once when it is ready to answer, and many copies wake up at any time later.
 */
final class SnapStart implements Resource {

    private final Engine engine;

    private SnapStart(Engine engine) {
        this.engine = engine;
    }

    /** @return must be kept as long as the engine, since the runtime keeps only weak references */
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
