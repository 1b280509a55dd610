package io.duckboard.api;

import io.duckboard.engine.protocol.Export;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** As what an answer is wanted, by the header Accept or by the request's {@code into}. */
enum AnswerKind {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    JSON_LINES(MediaType.APPLICATION_NDJSON_VALUE),
    CSV(AnswerKind.TEXT_CSV),
    PARQUET(AnswerKind.APACHE_PARQUET);

    static final String TEXT_CSV = "text/csv";

    /** As IANA lists it. */
    static final String APACHE_PARQUET = "application/vnd.apache.parquet";

    private final String mediaType;

    AnswerKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Returns the kind that the client likes best; of several that it likes as well, the first of these. */
    static Optional<AnswerKind> accepted(List<MediaType> accepted) {
        return accepted.stream()
                .filter(wanted -> wanted.getQualityValue() > 0)
                .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
                .flatMap(wanted -> Arrays.stream(values()).filter(kind -> wanted.includes(kind.type())))
                .findFirst();
    }

    static AnswerKind of(Export export) {
        return switch (export) {
            case Export.Parquet _ -> PARQUET;
            case Export.Csv _ -> CSV;
            case Export.JsonLines _ -> JSON_LINES;
        };
    }

    boolean isIn(List<MediaType> accepted) {
        return accepted.stream().anyMatch(wanted -> wanted.getQualityValue() > 0 && wanted.includes(type()));
    }

    /** Returns how the whole answer is written; empty where the answer is the engine's own JSON. */
    Optional<Export> export() {
        return switch (this) {
            case JSON -> Optional.empty();
            case JSON_LINES -> Optional.of(new Export.JsonLines());
            case CSV -> Optional.of(new Export.Csv(Export.Escape.NONE));
            case PARQUET -> Optional.of(new Export.Parquet());
        };
    }

    /** Returns the header Content-Type. */
    String contentType() {
        return this == CSV ? mediaType + ";charset=UTF-8" : mediaType;
    }

    private MediaType type() {
        return MediaType.parseMediaType(mediaType);
    }
}
