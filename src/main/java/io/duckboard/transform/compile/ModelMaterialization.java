package io.duckboard.transform.compile;

import io.duckboard.engine.protocol.Materialization;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a model, in dbt's words. */
public enum ModelMaterialization {
    VIEW,
    TABLE,
    EXTERNAL,
    /** Nothing: those that read it have its SQL in theirs. */
    EPHEMERAL;

    static Optional<ModelMaterialization> named(String name) {
        return Stream.of(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The engine's; empty for an ephemeral one, which never gets there. */
    Optional<Materialization> ofEngine() {
        return switch (this) {
            case VIEW -> Optional.of(Materialization.VIEW);
            case TABLE -> Optional.of(Materialization.TABLE);
            case EXTERNAL -> Optional.of(Materialization.EXTERNAL);
            case EPHEMERAL -> Optional.empty();
        };
    }
}
