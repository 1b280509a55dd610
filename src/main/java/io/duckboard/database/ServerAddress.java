package io.duckboard.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a database on a PostgreSQL server: {@code postgresql://user@host:port/name?sslmode=verify-full}.
 *
 * @param options of libpq, as far as they say how the connection is kept secret
 */
record ServerAddress(String user, String host, int port, String name, Map<String, String> options) {

    static final String FORM = "It has the form postgresql://USER@HOST:PORT/NAME, with ?sslmode=verify-full behind it"
            + " for a server in another place; the password is in DUCKBOARD_DATABASE_PASSWORD, or in a file named by"
            + " DUCKBOARD_DATABASE_PASSWORD_FILE.";

    private static final int USUAL_PORT = 5432;

    private static final Pattern SHAPE = Pattern.compile(
            "postgres(?:ql)?://(?<user>[^:@/?#]+)(?<password>:[^@]*)?@(?<host>\\[[0-9a-fA-F:.]+]|[^:@/?#\\[]+)"
                    + "(?::(?<port>\\d{1,5}))?/(?<name>[^/?#]+)(?:\\?(?<options>[^#]*))?");

    private static final Pattern OPTION = Pattern.compile("(?<name>sslmode|sslrootcert)=(?<value>[^&]+)");

    ServerAddress {
        options = Map.copyOf(options);
    }

    /** @throws DatabaseUnavailableException if the text is no such address, or has a password in it */
    static ServerAddress parse(String text) {
        Matcher parts = SHAPE.matcher(text.strip());
        if (!parts.matches()) {
            // Not repeated: there may be a password in it all the same.
            throw DatabaseUnavailableException.misnamed("DUCKBOARD_DATABASE names no database of PostgreSQL.");
        }
        if (parts.group("password") != null) {
            throw DatabaseUnavailableException.misnamed(
                    "DUCKBOARD_DATABASE has a password in it, which others could see.");
        }
        return new ServerAddress(
                decoded(parts.group("user")),
                parts.group("host"),
                Optional.ofNullable(parts.group("port")).map(Integer::valueOf).orElse(USUAL_PORT),
                decoded(parts.group("name")),
                options(parts.group("options")));
    }

    private static Map<String, String> options(String text) {
        var options = new TreeMap<String, String>();
        if (text != null && !text.isEmpty()) {
            for (String one : text.split("&", -1)) {
                Matcher option = OPTION.matcher(one);
                if (!option.matches()) {
                    throw DatabaseUnavailableException.misnamed(
                            "DUCKBOARD_DATABASE has another option than sslmode and sslrootcert.");
                }
                options.put(option.group("name"), decoded(option.group("value")));
            }
        }
        return options;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw DatabaseUnavailableException.misnamed("DUCKBOARD_DATABASE has a % without two digits behind it.");
        }
    }

    /** Names the database for people. */
    @Override
    public String toString() {
        return name + " at " + host + ":" + port;
    }
}
