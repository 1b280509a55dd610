package io.duckboard.engine.local.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Lambda package for this machine's processor, unpacked and started as on Lambda. */
public final class UnpackedPackage {

    private static final List<String> RUNTIME = List.of(
            "aws-lambda-java-core",
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-serialization",
            "utils-lite");

    private final Path root;

    private UnpackedPackage(Path root) {
        this.root = root;
    }

    /** @param root a new folder, which corresponds to /var/task on Lambda */
    public static UnpackedPackage into(Path root) throws IOException {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        Path zip = Path.of("target", "duckboard-engine-" + processor + ".zip");
        if (!Files.exists(zip)) {
            throw new IllegalStateException(zip + " is not there: make engine builds it.");
        }
        try (FileSystem zipped = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> files = Files.walk(zipped.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path unpacked = root.resolve(file.toString().substring(1));
                Files.createDirectories(unpacked.getParent());
                Files.copy(file, unpacked);
                Files.setPosixFilePermissions(unpacked, Files.getPosixFilePermissions(file));
            }
        }
        return new UnpackedPackage(root);
    }

    /** The runtime starts in this folder, and looks there for the function's classes. */
    public Path root() {
        return root;
    }

    /**
     * The command line of the managed runtime, with AWS's own client of the Runtime API.
     *
     * @param temporary corresponds to /tmp on Lambda
     */
    public List<String> command(Path temporary, String handler) {
        var command = new ArrayList<String>();
        command.add(root.resolve("exec-wrapper").toString());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:MaxHeapSize=2612429k");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+TieredCompilation");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:CompileThresholdScaling=0.03");
        command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.add("-Djava.net.preferIPv4Stack=true");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-classpath");
        command.add(runtimeClassPath());
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(handler);
        return command;
    }

    /** The whole environment of a function: no HOME, and nothing from this machine. */
    public Map<String, String> environment(String handler) {
        var environment = new HashMap<String, String>();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "en_US.UTF-8");
        environment.put("TZ", ":UTC");
        environment.put("LAMBDA_TASK_ROOT", root.toString());
        environment.put("LD_LIBRARY_PATH", root + File.pathSeparator + root.resolve("lib"));
        environment.put("_HANDLER", handler);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "duckboard-query");
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "3008");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/duckboard-query");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_REGION", "us-east-1");
        return environment;
    }

    /** The sizes and times of its files, by path. */
    public Map<String, String> contents() {
        try (Stream<Path> files = Files.walk(root)) {
            var contents = new TreeMap<String, String>();
            for (Path file : files.toList()) {
                contents.put(
                        root.relativize(file).toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String runtimeClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> RUNTIME.stream()
                        .anyMatch(name -> Path.of(jar).getFileName().toString().startsWith(name + "-")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
