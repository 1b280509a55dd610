package io.duckboard.engine.catalog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a lake lies: a folder, or a bucket with an optional prefix. */
public sealed interface LakeLocation {

    /** The lake's own name, without the folders above it. */
    String name();

    /** @param path absolute and normalised */
    record Folder(Path path) implements LakeLocation {
        public Folder {
            path = path.toAbsolutePath().normalize();
        }

        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** @param prefix without leading or trailing slash; empty for the whole bucket */
    record Bucket(String bucket, String prefix) implements LakeLocation {
        // Bucket names as S3 allows them; prefixes may have the characters that the guard allows in a path.
        private static final Pattern URI =
                Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([\\w./=+-]*))?");

        @Override
        public String name() {
            return toString().replaceFirst(".*/", "");
        }

        @Override
        public String toString() {
            return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is expected */
    static LakeLocation parse(String text) {
        if (text.startsWith("s3:")) {
            Matcher uri = Bucket.URI.matcher(text);
            if (!uri.matches() || text.contains("..")) {
                throw new IllegalArgumentException(
                        "Not a lake: '" + text + "'. Expected s3://bucket or s3://bucket/prefix.");
            }
            String prefix = uri.group(2) == null ? "" : uri.group(2);
            return new Bucket(uri.group(1), prefix.replaceAll("^/+|/+$", ""));
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("The lake has no name. Expected a folder or s3://bucket/prefix.");
        }
        try {
            return new Folder(Path.of(text));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "Not a lake: '" + text + "'. Expected a folder or s3://bucket/prefix.", e);
        }
    }
}
