package io.duckboard.engine.local;

import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A function inside LocalLambda, with a virtual thread for each invocation. */
final class InProcess implements LocalFunction {

    private static final System.Logger LOG = System.getLogger(InProcess.class.getName());

    private final InProcessFunction function;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    InProcess(InProcessFunction function) {
        this.function = function;
    }

    @Override
    public Outcome invoke(InvokeRequest request) throws InterruptedException {
        Duration timeout = function.timeout();
        Future<Outcome> running = threads.submit(() -> run(request));
        try {
            return running.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return new Outcome.TimedOut(timeout);
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            LOG.log(System.Logger.Level.WARNING, "Function " + function.name() + " failed, " + request.id(), thrown);
            return new Outcome.Errored(new Payload(FunctionError.of(thrown).json()));
        }
    }

    private Outcome run(InvokeRequest request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handler()
                .handleRequest(
                        new ByteArrayInputStream(request.payload().bytes()),
                        answer,
                        new InvocationContext(
                                request.id(),
                                function.name(),
                                request.arn(),
                                function.memoryMb(),
                                Instant.now().plus(function.timeout()).toEpochMilli()));
        return answer.size() > Payload.MAX_ANSWER
                ? new Outcome.AnswerTooLarge()
                : new Outcome.Answered(new Payload(answer.toByteArray()));
    }

    @Override
    public void warm() {}

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
