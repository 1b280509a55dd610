package io.duckboard.api.schema;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query as it is sent. */
@Schema(name = "Query", example = "{\"q\": \"SELECT 1 AS one\", \"limit\": 20}")
public record QueryBody(
        @Schema(
                description = "The SQL: one SELECT, at most 256 KiB in UTF-8.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 262144)
        String q,

        @Schema(
                description = "Rows at most. A whole answer (JSON lines, CSV, Parquet) has them all.",
                minimum = "0",
                defaultValue = "20")
        @Nullable
        Integer limit,

        @Schema(description = "Values that are bound to $name.") @Nullable
        Map<String, Value> params,

        @Schema(
                description = "How JSON has a row: as an object, an array, or an array of DuckDB's texts.",
                allowableValues = {"records", "rows", "texts"},
                defaultValue = "records")
        @Nullable
        String format,

        @Schema(description = "Milliseconds allowed.", minimum = "1") @Nullable
        Integer timeoutMs,

        @Schema(description = "By which the query can be cancelled; not one that is under way.", format = "uuid")
        @Nullable
        String queryId,

        @Schema(
                description = "The whole answer in this form, which Accept allows, too.",
                allowableValues = {"parquet", "csv", "jsonl"})
        @Nullable
        String into,

        @Schema(
                description = "With csv: keeps a spreadsheet from running what a cell says.",
                allowableValues = "spreadsheet")
        @Nullable
        String escape) {

    /** A value of a parameter. */
    public record Value(
            @Schema(
                    allowableValues = {
                        "VARCHAR",
                        "BOOLEAN",
                        "BIGINT",
                        "DOUBLE",
                        "DECIMAL",
                        "DATE",
                        "TIMESTAMP",
                        "VARCHAR_LIST",
                        "BIGINT_LIST",
                        "DOUBLE_LIST"
                    },
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String type,

            @Schema(description = "DuckDB's text of it, or null.", nullable = true) @Nullable
            String value) {}
}
