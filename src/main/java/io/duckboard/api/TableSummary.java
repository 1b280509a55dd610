package io.duckboard.api;

import io.duckboard.datapage.TableEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table of the lake.
 *
 * @param rows null if nobody has counted them, like the bytes
 * @param builtAt null if others have built it
 * @param problem why it cannot be read; null if it can
 */
record TableSummary(
        String name,
        String kind,
        @Schema(types = {"integer", "null"}) @Nullable Long rows,
        @Schema(types = {"integer", "null"}) @Nullable Long bytes,
        long files,
        List<String> partitionedBy,
        @Schema(types = {"string", "null"}) @Nullable Instant builtAt,
        List<String> builtFrom,
        @Schema(types = {"string", "null"}) @Nullable String problem) {

    static TableSummary of(TableEntry table) {
        return new TableSummary(
                table.name(),
                table.kind().name().toLowerCase(Locale.ROOT),
                table.rows().isPresent() ? table.rows().getAsLong() : null,
                table.bytes().isPresent() ? table.bytes().getAsLong() : null,
                table.files(),
                table.partitionedBy(),
                table.builtAt().orElse(null),
                table.builtFrom(),
                table.problem().orElse(null));
    }
}
