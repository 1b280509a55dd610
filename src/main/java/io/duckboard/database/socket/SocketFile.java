package io.duckboard.database.socket;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The socket's file, beside the home's database: in a folder that its owner alone can open, which is what keeps others
 * from it, since not every system looks at the rights of a socket itself.
 */
record SocketFile(Path home) {

    /** Linux takes paths of 107 bytes for a socket, macOS of 103. */
    private static final int LONGEST = 103;

    SocketFile {
        home = home.toAbsolutePath().normalize();
    }

    boolean isTooLong() {
        return path().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(path());
    }

    /**
     * Listens at the file, in place of one that a process has left behind which was killed: only the process that has
     * the home's database open may call this.
     */
    void bind(ServerSocketChannel server) throws IOException {
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx------"));
        remove();
        server.bind(address());
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
    }

    void remove() throws IOException {
        Files.deleteIfExists(path());
    }

    Path path() {
        return folder().resolve("socket");
    }

    private Path folder() {
        return home.resolve("database");
    }
}
