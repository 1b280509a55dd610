package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.SqlCases;
import io.duckboard.engine.testing.SqlCases.Hostile;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forbidden SQL stays forbidden in another case, with comments and blanks in between, or wrapped in a SELECT. */
@Attack("What must not run, in generated disguises: capitals, comments, blanks of all kinds, brackets")
class GuardDisguisesTest {

    private static final List<Hostile> HOSTILE = SqlCases.hostile().stream()
            .filter(hostile -> hostile.code() == ErrorCode.NOT_ALLOWED)
            .toList();

    private static final List<String> BLANKS = List.of(
            " ", "\t", "\n", "\r\n", "/**/", "/* ; */", "/* /* */ */", "-- SELECT 1\n", "\u00a0", "\u2003", "\u3000");

    private static final List<UnaryOperator<String>> WRAPPINGS = List.of(
            sql -> "FROM (" + sql + ")",
            sql -> "SELECT (" + sql + ")",
            sql -> "(" + sql + ")",
            sql -> "WITH w AS (" + sql + ") FROM w",
            sql -> "WITH w AS MATERIALIZED (" + sql + ") SELECT 1",
            sql -> "SELECT 1 UNION ALL (" + sql + ")",
            sql -> "SELECT 1 WHERE EXISTS (" + sql + ")",
            sql -> "EXPLAIN " + sql,
            sql -> "EXPLAIN ANALYZE " + sql,
            sql -> "EXPLAIN (FORMAT json) " + sql,
            sql -> "DESCRIBE " + sql,
            sql -> "SUMMARIZE " + sql,
            sql -> "PIVOT (" + sql + ") ON a USING sum(b)",
            sql -> ";" + sql,
            sql -> sql + ";",
            sql -> sql + "\u00a0",
            sql -> sql + " -- '");

    @RepeatedTest(2000)
    void refusesItStill(RepetitionInfo repetition) {
        var random = new Random(20190401L + repetition.getCurrentRepetition());
        String hostile = pick(HOSTILE, random).sql().replace("{lake}", Judge.LAKE);
        List<UnaryOperator<String>> wrappings = isExpression(hostile) ? List.of(sql -> sql + ";") : WRAPPINGS;
        String sql = hostile;
        for (int i = random.nextInt(4); i > 0; i--) {
            sql = disguised(sql, wrappings, random);
        }

        assertThat(Judge.judge(sql)).as(sql).isInstanceOf(Verdict.Refused.class);
    }

    /** DuckDB counts a no-break space as a part of the last name, but only while nothing stands behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"pg_settings", "pg_views", "duckdb_views", "duckdb_logs", "sqlite_master"})
    void refusesANameWithANoBreakSpaceAtTheEndOfTheText(String name) {
        assertThat(Judge.judge("SELECT * FROM " + name + "\u00a0")).isInstanceOf(Verdict.Refused.class);
    }

    private static String disguised(String sql, List<UnaryOperator<String>> wrappings, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> pick(wrappings, random).apply(sql);
            case 1 -> otherBlanks(sql, random);
            default -> otherCase(sql, random);
        };
    }

    /**
     * Inside another statement, a statement that is one word, such as CHECKPOINT, is a column's name. A word and a text,
     * such as ATTACH 'x', are a value of a type. Both are harmless there.
     */
    private static boolean isExpression(String sql) {
        return sql.matches("\\w+( '[^']*')?");
    }

    /** Only outside of quotes; the table of cases has no quotes in comments. */
    private static String otherBlanks(String sql, Random random) {
        return outsideQuotes(sql, part -> part.replace(" ", pick(BLANKS, random)));
    }

    private static String otherCase(String sql, Random random) {
        return outsideQuotes(
                sql, part -> random.nextBoolean() ? part.toUpperCase(Locale.ROOT) : part.toLowerCase(Locale.ROOT));
    }

    private static String outsideQuotes(String sql, UnaryOperator<String> change) {
        if (sql.contains("$") || sql.contains("--")) {
            return sql;
        }
        String[] parts = sql.split("(?=['\"])|(?<=['\"])", -1);
        char quote = 0;
        for (int i = 0; i < parts.length; i++) {
            char first = parts[i].isEmpty() ? 0 : parts[i].charAt(0);
            if (first == '\'' || first == '"') {
                quote = quote == 0 ? first : quote == first ? 0 : quote;
            } else if (quote == 0) {
                parts[i] = change.apply(parts[i]);
            }
        }
        return String.join("", parts);
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
