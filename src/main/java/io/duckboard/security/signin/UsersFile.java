package io.duckboard.security.signin;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.SignInEvent;
import io.duckboard.security.SignInLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people who may sign in by a password: a file that whoever looks after the app writes. It is read anew when it
 * has changed. A line that cannot be read then lets nobody in, and no longer the one whom it was about.
 */
final class UsersFile {

    private static final Logger LOG = LoggerFactory.getLogger(UsersFile.class);

    private final Path file;
    private final SignInLog audit;
    private Optional<State> state = Optional.empty();
    private Map<String, User> users = Map.of();

    private UsersFile(Path file, SignInLog audit) {
        this.file = file;
        this.audit = audit;
    }

    /**
     * @param audit hears when the file has changed
     * @throws FailureException if the file cannot be read, or a line of it
     */
    static UsersFile open(Path file, SignInLog audit) {
        var users = new UsersFile(file, audit);
        try {
            users.state = Optional.of(users.stateNow());
            users.users = users.read(Optional.empty());
            return users;
        } catch (IOException e) {
            throw new FailureException(
                    "The file of users cannot be read: " + file + ".",
                    "Make it, with a line name:role:{bcrypt}hash for each person; duckboard user hash prints the hash.",
                    e);
        }
    }

    synchronized Optional<User> find(String name) {
        try {
            State now = stateNow();
            if (!state.equals(Optional.of(now))) {
                Map<String, User> before = users;
                users = read(Optional.of(LOG));
                state = Optional.of(now);
                tell(before);
            }
        } catch (IOException e) {
            if (state.isPresent()) {
                LOG.error("the file of users cannot be read, so nobody is let in: {}", e.toString());
            }
            Map<String, User> before = users;
            users = Map.of();
            state = Optional.empty();
            tell(before);
        }
        return Optional.ofNullable(users.get(name));
    }

    /** The line of a person may have another role or password, or not be what it was at all. */
    private void tell(Map<String, User> before) {
        List<String> changed = Stream.concat(before.keySet().stream(), users.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), users.get(name)))
                .sorted()
                .map(name -> name
                        + Optional.ofNullable(users.get(name))
                                .map(user -> " (" + user.role().word() + ")")
                                .orElse(" (gone)"))
                .toList();
        if (!changed.isEmpty()) {
            audit.add(new SignInEvent.PeopleChanged(
                    "The file of users has other lines for " + String.join(", ", changed) + "."));
        }
    }

    private State stateNow() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new State(
                attributes.lastModifiedTime().toInstant(), attributes.size(), String.valueOf(attributes.fileKey()));
    }

    /** @param log where mistakes are told; without one they are thrown */
    private Map<String, User> read(Optional<Logger> log) throws IOException {
        Map<String, User> found = new LinkedHashMap<>();
        // A letter of another encoding spoils its own line, and no other.
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                User user = User.of(line);
                if (found.putIfAbsent(user.name(), user) != null) {
                    throw new FailureException("There is an earlier line for " + user.name() + ".", "Remove one.");
                }
            } catch (FailureException e) {
                var mistake = new FailureException(
                        "Line " + number + " of " + file + " cannot be read: "
                                + e.failure().message(),
                        e.hint());
                log.orElseThrow(() -> mistake).error(mistake.failure().text());
            }
        }
        return Map.copyOf(found);
    }

    private record State(Instant changedAt, long bytes, String key) {}
}
