package io.duckboard.transform.compile;

import io.duckboard.engine.protocol.Materialization;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model is built as, in dbt's terms. */
public enum ModelMaterialization {
    VIEW,
    TABLE,
    EXTERNAL,
    /** Nothing is built: models that read it contain its SQL. */
    EPHEMERAL;

    static Optional<ModelMaterialization> named(String name) {
        return Stream.of(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Returns the engine's term; empty for an ephemeral model, which the engine never sees. */
    Optional<Materialization> ofEngine() {
        return switch (this) {
            case VIEW -> Optional.of(Materialization.VIEW);
            case TABLE -> Optional.of(Materialization.TABLE);
            case EXTERNAL -> Optional.of(Materialization.EXTERNAL);
            case EPHEMERAL -> Optional.empty();
        };
    }
}
