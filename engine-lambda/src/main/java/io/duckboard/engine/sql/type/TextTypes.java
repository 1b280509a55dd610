package io.duckboard.engine.sql.type;

import io.duckboard.engine.sql.type.UnitedType.AsText;
import io.duckboard.engine.sql.type.UnitedType.To;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Unites text with whatever DuckDB writes as text that tells the value again. */
final class TextTypes {

    private static final Set<String> WRITTEN_EXACTLY = Set.of("BOOLEAN", "UUID", "INTERVAL", "BIT", "BIGNUM");

    private TextTypes() {}

    static Optional<UnitedType> united(List<ColumnType> types) {
        if (types.stream().allMatch(TextTypes::isText)) {
            return Optional.of(new To(ColumnType.VARCHAR));
        }
        return types.contains(ColumnType.VARCHAR) && types.stream().allMatch(TextTypes::isWrittenExactly)
                ? Optional.of(new AsText(ColumnType.VARCHAR))
                : Optional.empty();
    }

    private static boolean isText(ColumnType type) {
        String sql = type.sql();
        return type.equals(ColumnType.VARCHAR)
                || sql.equals("JSON")
                || (type instanceof ColumnType.Scalar && sql.startsWith("ENUM("));
    }

    private static boolean isWrittenExactly(ColumnType type) {
        return isText(type)
                || NumberTypes.isNumber(type)
                || TimeTypes.isTime(type)
                || WRITTEN_EXACTLY.contains(type.sql());
    }
}
