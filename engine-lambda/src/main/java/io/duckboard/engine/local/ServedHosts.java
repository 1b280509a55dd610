package io.duckboard.engine.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host names that a server on this machine answers to: those of loopback, the one it was bound to, and additional
 * configured ones. A web page that rebinds its own host name to this machine still sends its own name.
 */
public final class ServedHosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HOST = Pattern.compile("(?<name>\\[[0-9a-f:.]+]|[^:]+)(?::\\d+)?");
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|[0-9.]+");

    private final String boundHost;
    private final boolean anyAddress;
    private final Set<String> others;

    ServedHosts(String boundHost) throws UnknownHostException {
        this(boundHost, Set.of());
    }

    /** @param others names without ports, in lower case */
    public ServedHosts(String boundHost, Set<String> others) throws UnknownHostException {
        this.others = Set.copyOf(others);
        this.boundHost = boundHost.contains(":") ? "[" + boundHost + "]" : boundHost;
        this.anyAddress = InetAddress.getByName(boundHost).isAnyLocalAddress();
    }

    /** @param header the Host header, with or without a port */
    public boolean serve(@Nullable String header) {
        if (header == null) {
            return false;
        }
        Matcher host = HOST.matcher(header.toLowerCase(Locale.ROOT));
        if (!host.matches()) {
            return false;
        }
        String name = host.group("name");
        return LOOPBACK.contains(name)
                || name.equalsIgnoreCase(boundHost)
                || others.contains(name)
                // If the server is bound to every address, any of them may be meant. A rebound name is never an
                // address.
                || (anyAddress && ADDRESS.matcher(name).matches());
    }
}
