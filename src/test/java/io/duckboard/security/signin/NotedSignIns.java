package io.duckboard.security.signin;

import io.duckboard.engine.failure.Failure;
import io.duckboard.security.SignInEvent;
import io.duckboard.security.SignInLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class NotedSignIns implements SignInLog {

    private final List<SignInEvent> events = new CopyOnWriteArrayList<>();

    List<SignInEvent> events() {
        return events;
    }

    @Override
    public Optional<Failure> objection() {
        return Optional.empty();
    }

    @Override
    public void add(SignInEvent event) {
        events.add(event);
    }
}
