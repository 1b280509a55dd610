package io.duckboard.engine.local;

import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.lake.QueryRoom;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The environment of a new worker: Lambda's variables, and only those of Duckboard's that an engine needs. */
final class WorkerEnvironment {

    private static final Set<String> PASSED_ON = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "SSL_CERT_FILE",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY");

    private WorkerEnvironment() {}

    static boolean isPassedOn(String name) {
        return PASSED_ON.contains(name)
                || name.startsWith("DUCKBOARD_")
                || (name.startsWith("AWS_") && !name.startsWith("AWS_LAMBDA_"));
    }

    /** See Lambda's <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">variables</a>. */
    static Map<String, String> of(WorkerFunction function, String runtimeApi) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", InvocationContext.VERSION);
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        environment.put("_HANDLER", function.handler());
        environment.put(QueryRoom.VARIABLE, RandomName.make().toString());
        environment.put("TZ", "UTC");
        // As in the package's exec-wrapper: each arena of the C library reserves 64 MB of the address space that ulimit
        // -v
        // bounds. A worker at rest had 1,750 MB of 3,000 without this, and has 960 with it.
        environment.put("MALLOC_ARENA_MAX", "4");
        return environment;
    }
}
