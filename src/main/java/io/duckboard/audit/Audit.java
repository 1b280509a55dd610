package io.duckboard.audit;

import io.duckboard.engine.failure.Failure;
import io.duckboard.format.Figures;
import io.duckboard.security.SignInEvent;
import io.duckboard.security.SignInLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who does what, one line for each event. Lines that cannot be written wait in memory until they can be. Once
 * there are many, nothing more is done that would have to be recorded, so none is lost as long as the app runs.
 */
public final class Audit implements SignInLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    /** This is an hour of a busy team, and little memory. */
    static final int MOST_WAITING = 10_000;

    private static final long MOST_BYTES_WAITING = 16_000_000;

    private final Optional<AuditFile> file;
    private final Optional<PrintStream> out;
    private final AuditLines lines;
    private final Clock clock;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long bytesWaiting;
    private Optional<String> trouble = Optional.empty();

    /** @param out where each line goes too */
    Audit(Optional<AuditFile> file, Optional<PrintStream> out, AuditLines lines, Clock clock) {
        this.file = file;
        this.out = out;
        this.lines = lines;
        this.clock = clock;
    }

    /** Returns an audit that records nothing. */
    public static Audit off() {
        return new Audit(
                Optional.empty(), Optional.empty(), new AuditLines(AuditLines.SqlText.LEFT_OUT), Clock.systemUTC());
    }

    /** Returns the file, where there is one. */
    public Optional<Path> path() {
        return file.map(AuditFile::path);
    }

    /** Records an event that has happened. */
    public synchronized void record(AuditEvent event) {
        if (file.isEmpty() && out.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        String line = AuditJson.write(lines.of(event, at));
        out.ifPresent(stream -> {
            stream.print(line);
            stream.flush();
        });
        if (file.isPresent()) {
            waiting.addLast(new Waiting(line, LocalDate.ofInstant(at, ZoneOffset.UTC)));
            bytesWaiting += line.length();
            writeWaiting();
        }
    }

    @Override
    public synchronized Optional<Failure> objection() {
        if (isFull()) {
            writeWaiting();
        }
        return isFull()
                ? Optional.of(new Failure(
                        "Duckboard cannot record what is done here, so it does nothing more.",
                        "Whoever looks after it finds the reason in its log, or makes room for the audit."))
                : Optional.empty();
    }

    /** Returns what keeps lines from being written, in words for operators; empty if nothing does. */
    public synchronized Optional<Failure> trouble() {
        writeWaiting();
        return trouble.map(reason -> new Failure(
                "The audit cannot be written: " + reason + ". "
                        + Figures.count(waiting.size(), "line") + " "
                        + (waiting.size() == 1 ? "waits" : "wait") + " in memory, and nothing is lost yet.",
                "Make room for " + path().orElseThrow() + ", and leave Duckboard running meanwhile. From "
                        + Figures.count(MOST_WAITING) + " on it takes no queries and lets nobody in."));
    }

    @Override
    public void add(SignInEvent event) {
        record(
                switch (event) {
                    case SignInEvent.Entered(var person, String address) -> new AuditEvent.SignIn(person, address);
                    case SignInEvent.Refused(var name, String address, String reason) ->
                        new AuditEvent.RefusedSignIn(name, address, reason);
                    case SignInEvent.Left(var person, String address, String reason) ->
                        new AuditEvent.SignOut(person, address, reason);
                    case SignInEvent.PeopleChanged(String change) -> new AuditEvent.Setting(change);
                });
    }

    /** What still cannot be written goes where the app's log goes. */
    @Override
    public synchronized void close() {
        writeWaiting();
        if (!waiting.isEmpty()) {
            LOG.error("these lines of the audit could not be written to {}", path().orElseThrow());
            waiting.forEach(line -> System.err.print(line.json()));
        }
    }

    private boolean isFull() {
        return waiting.size() >= MOST_WAITING || bytesWaiting >= MOST_BYTES_WAITING;
    }

    private void writeWaiting() {
        try {
            while (!waiting.isEmpty()) {
                Waiting first = waiting.getFirst();
                file.orElseThrow().append(first.json(), first.day());
                waiting.removeFirst();
                bytesWaiting -= first.json().length();
            }
            if (trouble.isPresent()) {
                LOG.info("the audit is written again, and has all lines");
                trouble = Optional.empty();
            }
        } catch (IOException e) {
            String reason = AuditFile.reason(e);
            if (trouble.isEmpty()) {
                LOG.error("The audit cannot be written to {}: {}. Lines wait in memory.", path().orElseThrow(), reason);
            }
            trouble = Optional.of(reason);
        }
    }

    private record Waiting(String json, LocalDate day) {}
}
