package io.duckboard.engine.protocol;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code "into": "parquet" | "csv" | "jsonl"} of a request, for csv with {@code "escape": "spreadsheet"} or without. */
final class ExportJson {

    private static final String SPREADSHEET = "spreadsheet";

    private ExportJson() {}

    static Optional<Export> read(@Nullable Object into, @Nullable Object escape) throws InvalidRequestException {
        if (escape != null && !"csv".equals(into)) {
            throw new InvalidRequestException("\"escape\" goes with \"into\": \"csv\" alone.");
        }
        return switch (into) {
            case null -> Optional.empty();
            case String format when format.equals("parquet") -> Optional.of(new Export.Parquet());
            case String format when format.equals("csv") -> Optional.of(new Export.Csv(escape(escape)));
            case String format when format.equals("jsonl") -> Optional.of(new Export.JsonLines());
            default -> throw new InvalidRequestException("\"into\" is to be \"parquet\", \"csv\" or \"jsonl\".");
        };
    }

    static void write(Export export, Map<String, @Nullable Object> members) {
        members.put("into", export.extension());
        if (export.equals(new Export.Csv(Export.Escape.SPREADSHEET))) {
            members.put("escape", SPREADSHEET);
        }
    }

    private static Export.Escape escape(@Nullable Object escape) throws InvalidRequestException {
        return switch (escape) {
            case null -> Export.Escape.NONE;
            case String name when name.equals(SPREADSHEET) -> Export.Escape.SPREADSHEET;
            default -> throw new InvalidRequestException("\"escape\" is to be \"spreadsheet\" or left out.");
        };
    }
}
