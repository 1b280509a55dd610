package io.duckboard.limit;

import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The allowances of single people: a file with lines {@code name: queries=4 …}, where the name is that of the file of
 * users, or {@code oidc:} and the server's subject. It is read anew when it has changed. As long as it cannot be read,
 * what it last said holds.
 */
final class PeopleFile {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleFile.class);

    private final Path file;
    private final Audit audit;
    private Optional<State> state = Optional.empty();
    private Map<Owner, String> lines = Map.of();

    private PeopleFile(Path file, Audit audit) {
        this.file = file;
        this.audit = audit;
    }

    /**
     * @param audit records when the file has changed
     * @throws FailureException if the file cannot be read, or a line of it
     */
    static PeopleFile open(Path file, Audit audit) {
        var people = new PeopleFile(file, audit);
        try {
            people.state = Optional.of(people.stateNow());
            people.lines = people.read();
            return people;
        } catch (IOException e) {
            throw new FailureException(
                    "The file of DUCKBOARD_LIMIT_USERS cannot be read: " + file + ".",
                    "Make it, with a line such as ann: per-minute=60 for each person who has limits of their own.",
                    e);
        }
    }

    /** Returns what somebody may, where all that the person's line does not name is as for the role. */
    synchronized Allowance of(Owner owner, Allowance role) {
        refresh();
        return Optional.ofNullable(lines.get(owner))
                .map(text -> AllowanceText.read(text, role))
                .orElse(role);
    }

    private void refresh() {
        try {
            State now = stateNow();
            if (!state.equals(Optional.of(now))) {
                state = Optional.of(now);
                lines = read();
                LOG.info("{} was read anew", file);
                audit.record(
                        new AuditEvent.Setting("People have other limits of their own: " + file + " was read anew."));
            }
        } catch (IOException e) {
            if (state.isPresent()) {
                LOG.error("{} cannot be read, so the limits stay as they were: {}", file, e.toString());
            }
            state = Optional.empty();
        } catch (FailureException e) {
            LOG.error("The limits stay as they were. {}", e.failure().text());
        }
    }

    private State stateNow() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new State(
                attributes.lastModifiedTime().toInstant(), attributes.size(), String.valueOf(attributes.fileKey()));
    }

    private Map<Owner, String> read() throws IOException {
        Map<Owner, String> found = new LinkedHashMap<>();
        List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int number = 1; number <= all.size(); number++) {
            String line = all.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                read(line, found);
            } catch (FailureException e) {
                throw new FailureException(
                        e.failure().after("Line " + number + " of " + file + " cannot be read: "), e);
            }
        }
        return Map.copyOf(found);
    }

    /** A subject may contain colons, and no limit does. */
    private static void read(String line, Map<Owner, String> found) {
        int colon = line.lastIndexOf(':');
        if (colon <= 0) {
            throw new FailureException("It has no name and colon.", "It is a line such as ann: per-minute=60.");
        }
        String name = line.substring(0, colon).strip();
        String text = line.substring(colon + 1);
        AllowanceText.read(text, Allowance.UNBOUNDED);
        if (found.putIfAbsent(new Owner(name.startsWith("oidc:") ? name : "user:" + name), text) != null) {
            throw new FailureException("There is an earlier line for " + name + ".", "Remove one.");
        }
    }

    private record State(Instant changedAt, long bytes, String key) {}
}
