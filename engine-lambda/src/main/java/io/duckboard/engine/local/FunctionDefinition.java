package io.duckboard.engine.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A function that LocalLambda offers. */
public sealed interface FunctionDefinition {

    /** The same rule as on AWS: letters, digits, hyphens and underscores, 64 at most. */
    String name();

    /** The longest time that one invocation may take, counted from when its handler receives it. */
    Duration timeout();

    /** The memory in MB that the handler is told it has. */
    int memoryMb();

    /**
     * A function whose invocations run in separate processes, one at a time in each.
     *
     * @param handler class name of a {@link RequestStreamHandler}, `pkg.Class` or `pkg.Class::handleRequest`
     * @param memoryMb also limits the address space of a worker, on Linux
     * @param workers the most processes for one caller; there is one more for a caller that has none
     * @param warmWorkers processes started with LocalLambda, before the first call
     * @param environment added to the standard environment of a worker
     * @param jvmOptions added after the standard options of a worker
     */
    record WorkerFunction(
            String name,
            String handler,
            Duration timeout,
            int memoryMb,
            int workers,
            int warmWorkers,
            Map<String, String> environment,
            List<String> jvmOptions)
            implements FunctionDefinition {

        public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
        public static final int DEFAULT_MEMORY_MB = 3008;

        public WorkerFunction {
            check(name, timeout, memoryMb);
            if (handler.isBlank()) {
                throw new IllegalArgumentException("Function " + name + " has no handler.");
            }
            if (workers < 1 || warmWorkers < 0 || warmWorkers > workers) {
                throw new IllegalArgumentException("Function " + name + " cannot have " + workers + " workers, "
                        + warmWorkers + " of them warm. Expected at least one worker and no more warm ones.");
            }
            environment = Map.copyOf(environment);
            jvmOptions = List.copyOf(jvmOptions);
        }

        /** As many workers as the machine has cores, but at least two. One of them is warm. */
        public static WorkerFunction of(String name, String handler) {
            int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
            return new WorkerFunction(
                    name, handler, DEFAULT_TIMEOUT, DEFAULT_MEMORY_MB, workers, 1, Map.of(), List.of());
        }

        public WorkerFunction timeout(Duration limit) {
            return new WorkerFunction(name, handler, limit, memoryMb, workers, warmWorkers, environment, jvmOptions);
        }

        public WorkerFunction memoryMb(int megabytes) {
            return new WorkerFunction(name, handler, timeout, megabytes, workers, warmWorkers, environment, jvmOptions);
        }

        /** @param warm how many of them are started with LocalLambda */
        public WorkerFunction workers(int most, int warm) {
            return new WorkerFunction(name, handler, timeout, memoryMb, most, warm, environment, jvmOptions);
        }

        public WorkerFunction environment(Map<String, String> variables) {
            return new WorkerFunction(name, handler, timeout, memoryMb, workers, warmWorkers, variables, jvmOptions);
        }

        public WorkerFunction jvmOptions(List<String> options) {
            return new WorkerFunction(name, handler, timeout, memoryMb, workers, warmWorkers, environment, options);
        }
    }

    /**
     * A function that runs inside LocalLambda itself, any number of invocations at once.
     *
     * @param handler thread-safe; interrupted when its time is over
     */
    record InProcessFunction(String name, RequestStreamHandler handler, Duration timeout, int memoryMb)
            implements FunctionDefinition {

        public InProcessFunction {
            check(name, timeout, memoryMb);
        }

        public static InProcessFunction of(String name, RequestStreamHandler handler) {
            return new InProcessFunction(
                    name, handler, WorkerFunction.DEFAULT_TIMEOUT, WorkerFunction.DEFAULT_MEMORY_MB);
        }

        public InProcessFunction timeout(Duration limit) {
            return new InProcessFunction(name, handler, limit, memoryMb);
        }
    }

    static boolean isName(String name) {
        return Pattern.matches("[A-Za-z0-9_-]{1,64}", name);
    }

    private static void check(String name, Duration timeout, int memoryMb) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "Not a function name: '" + name + "'. Expected up to 64 letters, digits, hyphens and underscores.");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("Function " + name + " has no time to run: " + timeout);
        }
        if (memoryMb < 1) {
            throw new IllegalArgumentException("Function " + name + " has no memory to run in: " + memoryMb + " MB");
        }
    }
}
