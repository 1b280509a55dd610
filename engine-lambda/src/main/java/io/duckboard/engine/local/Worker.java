package io.duckboard.engine.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.lambda.Reusable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The main class of a worker process. It asks the Runtime API for work and passes it to the handler, as Lambda's own
 * runtime does.
 *
 * <p>Written for a fast start: it uses no lambdas, string concatenation or libraries before the first answer, since
 * each makes the JVM load classes that its shared archive does not contain.
 */
public final class Worker {

    private Worker() {}

    public static void main(String[] arguments) throws IOException {
        EndOfParent.watch();
        RuntimeClient runtime = new RuntimeClient(variable("AWS_LAMBDA_RUNTIME_API"));
        RequestStreamHandler handler;
        try {
            handler = handler(variable("_HANDLER"));
        } catch (Throwable e) {
            e.printStackTrace();
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : null;
            runtime.initFailed(FunctionError.of(cause == null ? e : cause).json());
            Runtime.getRuntime().halt(1);
            return;
        }
        boolean reusable = true;
        while (reusable) {
            reusable = serve(handler, runtime.next(), runtime);
        }
        Runtime.getRuntime().halt(0);
    }

    /** @return whether this process may take another call; LocalLambda is told with the answer */
    private static boolean serve(RequestStreamHandler handler, RuntimeClient.Work work, RuntimeClient runtime)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(work.payload()), answer, context(work));
        } catch (Throwable e) {
            // This was unforeseen, so nothing in this process can be trusted any more.
            e.printStackTrace();
            runtime.failed(work, FunctionError.of(e).json());
            return false;
        }
        boolean reusable = !(handler instanceof Reusable asked) || asked.isReusable();
        if (reusable) {
            runtime.answered(work, answer);
        } else {
            runtime.answeredLast(work, answer);
        }
        return reusable;
    }

    private static InvocationContext context(RuntimeClient.Work work) {
        return new InvocationContext(
                work.requestId(),
                variable("AWS_LAMBDA_FUNCTION_NAME"),
                work.arn(),
                Integer.parseInt(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")),
                work.deadlineMs());
    }

    private static RequestStreamHandler handler(String name) throws ReflectiveOperationException {
        int method = name.indexOf("::");
        String className = method < 0 ? name : name.substring(0, method);
        return Class.forName(className)
                .asSubclass(RequestStreamHandler.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("A worker is started by LocalLambda, with ".concat(name));
        }
        return value;
    }
}
