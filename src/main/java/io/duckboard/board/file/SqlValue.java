package io.duckboard.board.file;

import io.duckboard.board.FileProblem;
import io.duckboard.board.Spot;
import io.duckboard.board.SqlText;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.ValueType;
import io.duckboard.board.yaml.YamlValue;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** SQL, or the name of a .sql file beside the dashboard's. */
record SqlValue(SqlFiles files) implements ValueType<SqlText> {

    private static final Pattern FILE = Pattern.compile("\\S+\\.sql");

    @Override
    public Optional<SqlText> read(YamlValue value, Problems problems) {
        Optional<SqlText> written = value.sql();
        if (written.isEmpty()) {
            problems.error(value.spot(), "This should be SQL.", "Write “sql: |” and the SQL indented below it.");
            return Optional.empty();
        }
        String text = written.get().text();
        Optional<SqlText> sql =
                FILE.matcher(text.strip()).matches() ? ofFile(text.strip(), value.spot(), problems) : written;
        return sql.filter(read -> isRight(read, value.spot(), problems));
    }

    private Optional<SqlText> ofFile(String name, Spot spot, Problems problems) {
        return switch (files.read(name)) {
            case SqlFiles.Found.Sql(String file, String text) ->
                Optional.of(new SqlText(text, Spot.startOf(file), SqlText.Writing.AS_IT_IS));
            case SqlFiles.Found.Missing(String message, Optional<String> meant, String hint) -> {
                problems.addAll(List.of(new FileProblem(FileProblem.Severity.ERROR, spot, message, meant, hint)));
                yield Optional.empty();
            }
        };
    }

    private static boolean isRight(SqlText sql, Spot spot, Problems problems) {
        if (Lexer.tokens(sql.text()).stream().allMatch(Token::isComment)) {
            problems.error(spot, "There is no SQL.", "Write one SELECT.");
            return false;
        }
        if (sql.text().getBytes(StandardCharsets.UTF_8).length > Request.Query.MAX_SQL_BYTES) {
            problems.error(spot, "The SQL is longer than the 256 KiB allowed.", "");
            return false;
        }
        return true;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }
}
