package io.duckboard.engine.local.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.lambda.Reusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Handlers for worker processes. */
public final class TestHandlers {

    private TestHandlers() {}

    /** Answers with its input. */
    public static final class Echo implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            input.transferTo(output);
        }
    }

    /** Answers with the id of its process. */
    public static final class Pid implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            output.write(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Answers with the value of the environment variable that the input names. */
    public static final class Environment implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            String value = System.getenv(text(input));
            output.write((value == null ? "unset" : value).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Answers with what the context says, one fact per line. */
    public static final class ContextReader implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            output.write(String.join(
                            "\n",
                            context.getAwsRequestId(),
                            context.getFunctionName(),
                            context.getFunctionVersion(),
                            Integer.toString(context.getMemoryLimitInMB()),
                            context.getInvokedFunctionArn(),
                            Boolean.toString(context.getRemainingTimeInMillis() > 0
                                    && context.getRemainingTimeInMillis() <= 60_000))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Fails with the text of its input. */
    public static final class Thrower implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            throw new IllegalStateException(text(input));
        }
    }

    /** Answers with the id of its process. The input can ask it to be worn afterwards, or to throw an error. */
    public static final class Wearing implements RequestStreamHandler, Reusable {
        private boolean worn;

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            String wish = text(input);
            String pid = Long.toString(ProcessHandle.current().pid());
            if (wish.equals("throw")) {
                throw new IllegalStateException(pid);
            }
            worn = wish.equals("wear");
            output.write(pid.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isReusable() {
            return !worn;
        }
    }

    /** Ends its process with the status in its input; without one it answers. */
    public static final class Exiter implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            String status = text(input);
            if (!status.isEmpty()) {
                Runtime.getRuntime().halt(Integer.parseInt(status));
            }
            output.write('1');
        }
    }

    /** Answers with as many bytes as the input asks for. */
    public static final class BigAnswer implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            output.write(new byte[Integer.parseInt(text(input))]);
        }
    }

    /** Reserves as many megabytes outside the heap as the input asks for, like a query's native memory. */
    public static final class MemoryEater implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            try (Arena arena = Arena.ofConfined()) {
                long bytes = arena.allocate(Long.parseLong(text(input)) << 20).byteSize();
                output.write(Long.toString(bytes >> 20).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** A handler whose constructor fails. */
    public static final class Broken implements RequestStreamHandler {
        public Broken() {
            throw new IllegalStateException("no lake to open");
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) {}
    }

    /**
     * Writes a file named by the id of its process into the folder in its input, then waits until the folder contains
     * as many files as the environment variable MEETING says.
     */
    public static final class Meeting implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            Path folder = Path.of(text(input));
            String pid = Long.toString(ProcessHandle.current().pid());
            Files.createFile(folder.resolve(pid));
            int wanted = Integer.parseInt(System.getenv("MEETING"));
            while (present(folder) < wanted) {
                LockSupport.parkNanos(1_000_000);
            }
            output.write(pid.getBytes(StandardCharsets.UTF_8));
        }

        private static int present(Path folder) {
            String[] names = folder.toFile().list();
            return names == null ? 0 : names.length;
        }
    }

    private static String text(InputStream input) throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
}
