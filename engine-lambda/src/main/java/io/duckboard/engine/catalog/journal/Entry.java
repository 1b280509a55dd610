package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that is about to be written, or has been written.
 *
 * @param path below the lake; if it ends with a slash, it is a folder with everything in it
 * @param sha256 of its content, in hex; if absent, the path has 128 random bits, so what lies there is Duckboard's
 * @param written the result of the write; absent until it is known
 * @param stays whether people use the path, so that the file stays when no table uses it any more
 */
public record Entry(String path, Optional<String> sha256, Optional<Written> written, boolean stays) {

    private static final Pattern PATH = Pattern.compile("[\\w=.+-]+(?:/[\\w=.+-]+)*/?");

    private static final Pattern RANDOM = Pattern.compile(".*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}.*");

    public Entry {
        if (!PATH.matcher(path).matches() || path.contains("..")) {
            throw new IllegalArgumentException("Not a path below the lake: '" + path + "'");
        }
        if (sha256.isEmpty() && written.isEmpty() && !isRandom(path)) {
            throw new IllegalArgumentException("Not a random name: '" + path + "'");
        }
    }

    static boolean isRandom(String path) {
        return RANDOM.matcher(path).matches();
    }

    /** A file or folder with a name that nobody else can have chosen. */
    public static Entry random(String path) {
        return new Entry(path, Optional.empty(), Optional.empty(), false);
    }

    /** A file whose content is known before it is written. */
    public static Entry of(String path, String sha256) {
        return new Entry(path, Optional.of(sha256), Optional.empty(), false);
    }

    /** A file that exists already. */
    public static Entry of(String path, Written written) {
        return new Entry(path, Optional.empty(), Optional.of(written), false);
    }

    public Entry staying() {
        return new Entry(path, sha256, written, true);
    }

    Entry at(String file, Written now) {
        return new Entry(file, sha256, Optional.of(now), stays);
    }

    boolean isFolder() {
        return path.endsWith("/");
    }

    /** Whether a file at this path, or below it, is still the one that was recorded. */
    boolean isOf(String file, Written now, LakeFiles files) throws IOException {
        if (written.isEmpty()) {
            return sha256.isEmpty() || sha256.get().equals(files.sha256(file));
        }
        if (sha256.isPresent() && !files.areVersionsDigests()) {
            return written.get().bytes() == now.bytes() && sha256.get().equals(files.sha256(file));
        }
        return written.get().equals(now);
    }

    boolean covers(String other) {
        return isFolder() ? other.startsWith(path) : other.equals(path);
    }
}
