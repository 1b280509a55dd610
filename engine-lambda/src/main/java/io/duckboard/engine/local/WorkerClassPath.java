package io.duckboard.engine.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The class path of a worker: only the engine's jar if its dependencies lie beside it, else the whole class path. */
final class WorkerClassPath {

    /** A file beside the engine's jar with what a JVM recorded of a worker's start. It halves the time of a start. */
    private static final String CACHE = "worker.aot";

    private WorkerClassPath() {}

    static String find() {
        URL location = LocalLambda.class.getProtectionDomain().getCodeSource().getLocation();
        if (!location.getProtocol().equals("file")) {
            throw new IllegalStateException("The engine is packed inside another jar (" + location
                    + "), where no worker can start from. Extract it: java -Djarmode=tools -jar APP.jar extract");
        }
        try {
            Path source = Path.of(location.toURI());
            return standsWithDependencies(source) ? source.toString() : System.getProperty("java.class.path", "");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The engine's jar has no path: " + location, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the engine's jar: " + location, e);
        }
    }

    /** What a JVM recorded of a start with this class path, unless the engine's jar has been rebuilt since. */
    static Optional<Path> cache(String classPath) {
        Path jar = Path.of(classPath);
        Path cache = jar.resolveSibling(CACHE);
        try {
            return Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0
                    ? Optional.of(cache)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what a worker starts with, beside " + jar, e);
        }
    }

    private static boolean standsWithDependencies(Path source) throws IOException {
        if (!Files.isRegularFile(source)) {
            return false;
        }
        try (JarFile jar = new JarFile(source.toFile())) {
            Manifest manifest = jar.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (classPath == null) {
                return false;
            }
            for (String name : classPath.split(" ", -1)) {
                if (!Files.exists(source.resolveSibling(name))) {
                    return false;
                }
            }
            return true;
        }
    }
}
