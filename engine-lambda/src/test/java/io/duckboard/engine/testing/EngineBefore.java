package io.duckboard.engine.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The functions of the last engine that knew only format 1 of the catalog, in this process beside today's engine. It
 * has its own classes of Duckboard, and shares all others. Each handler sees only the environment that it is given.
 */
public final class EngineBefore {

    private static final String HANDLERS = "io.duckboard.engine.lambda.";
    private static final ClassLoader CLASSES = new OwnClasses(unpacked());

    private EngineBefore() {}

    /** @param environment of a function on AWS; httpfs is found where the build puts it */
    public static RequestStreamHandler query(Map<String, String> environment) {
        return handler("QueryHandler", environment);
    }

    public static RequestStreamHandler transform(Map<String, String> environment) {
        return handler("TransformHandler", environment);
    }

    public static RequestStreamHandler control(Map<String, String> environment) {
        try {
            return (RequestStreamHandler)
                    type("ControlHandler").getConstructor(Map.class).newInstance(withHttpfs(environment));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does not use the public constructor, which reads the environment of this process. */
    private static RequestStreamHandler handler(String name, Map<String, String> environment) {
        try {
            Method from = type("EngineSettings").getDeclaredMethod("from", Map.class);
            from.setAccessible(true);
            Constructor<?> handler = type(name).getDeclaredConstructor(type("EngineSettings"), Clock.class);
            handler.setAccessible(true);
            return (RequestStreamHandler)
                    handler.newInstance(from.invoke(null, withHttpfs(environment)), Clock.systemUTC());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return CLASSES.loadClass(HANDLERS + name);
    }

    /** The same environment, plus the path of httpfs if the lake is on S3. */
    public static Map<String, String> withHttpfs(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        if (environment.getOrDefault("DUCKBOARD_LAKE", "").startsWith("s3:")) {
            all.putIfAbsent("DUCKBOARD_HTTPFS", BuiltHttpfs.file().toString());
        }
        return all;
    }

    /** It cannot be read as a jar while it is inside the jar of the tests. */
    private static Path unpacked() {
        try (InputStream packed =
                Objects.requireNonNull(EngineBefore.class.getResourceAsStream("before/engine-format-1.bin"))) {
            Path jar = Files.createTempFile("engine-format-1", ".jar");
            jar.toFile().deleteOnExit();
            Files.copy(new GZIPInputStream(packed), jar, StandardCopyOption.REPLACE_EXISTING);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads Duckboard's classes only from the jar; other class loaders would find today's classes first. */
    private static final class OwnClasses extends URLClassLoader {

        OwnClasses(Path jar) {
            super(new URL[] {url(jar)}, EngineBefore.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.duckboard.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        private static URL url(Path jar) {
            try {
                return jar.toUri().toURL();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
