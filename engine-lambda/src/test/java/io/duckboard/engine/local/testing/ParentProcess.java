package io.duckboard.engine.local.testing;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A program that contains a LocalLambda and is to be killed. It writes its address into the folder that it is given.
 */
public final class ParentProcess {

    private ParentProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalLambda lambda = LocalLambda.start(LocalLambdaConfig.of(
                WorkerFunction.of("pid", TestHandlers.Pid.class.getName()).workers(1, 1)));
        EngineFile.of(lambda, new LakeLocation.Folder(Path.of(arguments[0]))).write(Path.of(arguments[0]));
        Thread.currentThread().join();
    }
}
