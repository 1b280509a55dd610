package io.duckboard.engine.guard;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Lets exactly one SELECT through. Using the tree of the engine's own parser, it checks that the text only reads, and
 * reads only the lake.
 */
public final class Guard {

    private static final String WHAT_READS =
            "Start with SELECT, FROM, WITH, VALUES, PIVOT, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN; tables are changed by the transform.";

    private static final String NO_BREAK_SPACE = "\u00a0";

    private final SqlParser parser;
    private final AllowedPaths paths;
    private final KnownTables tables;

    public Guard(SqlParser parser, AllowedPaths paths, KnownTables tables) {
        this.parser = parser;
        this.paths = paths;
        this.tables = tables;
    }

    /** @param given names of the parameters that have values */
    public Verdict judge(String sql, Set<String> given) {
        try {
            checkText(sql);
            String text = withPlainEnd(sql);
            List<Token> read = Lexer.tokensAndComments(text);
            ScanningBounds.check(text, read);
            List<Token> tokens =
                    read.stream().filter(token -> !token.isComment()).toList();
            ExplainPrefix explain = ExplainPrefix.of(tokens);
            return allowed(explain, explain.cutFrom(text), tokens, given);
        } catch (RefusedException e) {
            return new Verdict.Refused(e.problem());
        }
    }

    /**
     * DuckDB takes a no-break space for a part of the name before it only if it is the last character of the text. What
     * runs has more text behind it, so the name that was judged would be another one there.
     */
    private static String withPlainEnd(String sql) {
        return sql.endsWith(NO_BREAK_SPACE) ? sql.substring(0, sql.length() - 1) + " " : sql;
    }

    private Verdict allowed(ExplainPrefix explain, String sql, List<Token> tokens, Set<String> given)
            throws RefusedException {
        Optional<JsonObject> select = select(sql);
        if (select.isEmpty()) {
            Reads reads = checkPivot(sql, tokens, given);
            return new Verdict.Allowed(sql, List.of(), Verdict.Form.DYNAMIC_PIVOT, reads);
        }
        Reads reads = new StatementCheck(sql, paths, tables).check(select.get());
        ParameterNames names = ParameterNames.in(select.get(), tokens, given);
        String numbered = names.numbered(sql, tokens);
        if (!names.ordered().isEmpty()
                && !select(numbered)
                        .filter(same -> names.sameBut(select.get(), same))
                        .isPresent()) {
            throw RefusedException.invalid(
                    "The parameters of the text are not to be made out.", "Write them as $name.");
        }
        Verdict.Form form = explain.end() > 0 ? Verdict.Form.EXPLAIN : Verdict.Form.SELECT;
        return new Verdict.Allowed(explain.putBefore(numbered), names.ordered(), form, readBy(form, reads));
    }

    /** A plan also has times and sizes. */
    private static Reads readBy(Verdict.Form form, Reads reads) {
        return form == Verdict.Form.EXPLAIN
                ? reads.and(new Reads(Set.of(), Set.of(), Set.of(Reads.Other.SYSTEM)))
                : reads;
    }

    private Reads checkPivot(String sql, List<Token> tokens, Set<String> given) throws RefusedException {
        Optional<JsonObject> pivot = Optional.empty();
        Optional<String> named = DynamicPivot.withColumnsNamed(sql, tokens);
        if (named.isPresent()) {
            pivot = select(named.get());
        }
        if (pivot.isEmpty()) {
            throw RefusedException.notAllowed("Only statements that read may run here.", WHAT_READS);
        }
        // Positions in the longer text would be misleading.
        Reads reads = new StatementCheck("", paths, tables).check(pivot.get());
        if (!given.isEmpty() || tokens.stream().anyMatch(Token::isParameter)) {
            throw RefusedException.invalid(
                    "A PIVOT that finds its columns in the data takes no parameters.",
                    "Name the columns: ON column IN (…).");
        }
        return reads;
    }

    /** The single statement if the text is a SELECT; empty if it is another statement. */
    private Optional<JsonObject> select(String sql) throws RefusedException {
        return switch (parser.parse(sql)) {
            case SqlParser.Parsed.Selects(List<JsonObject> statements)
            when statements.size() == 1 -> Optional.of(statements.getFirst());
            case SqlParser.Parsed.Selects(List<JsonObject> statements)
            when statements.isEmpty() ->
                throw RefusedException.invalid(
                        "There is no statement to run, only blanks or comments.", "Send one SELECT.");
            case SqlParser.Parsed.Selects(List<JsonObject> statements) ->
                throw RefusedException.notAllowed(
                        "There are " + statements.size() + " statements; one runs at a time.", "Send them one by one.");
            case SqlParser.Parsed.OtherStatement() -> Optional.empty();
            case SqlParser.Parsed.SyntaxError(String message, OptionalInt position) ->
                throw new RefusedException(new Problem(ErrorCode.SYNTAX, message, position, Optional.empty()));
            case SqlParser.Parsed.TooComplex() ->
                throw RefusedException.invalid(
                        "The statement is nested too deeply or has too many parts.",
                        "Take it apart, or read long lists from a table.");
        };
    }

    private static void checkText(String sql) throws RefusedException {
        if (sql.indexOf('\0') >= 0) {
            // The parser stops at this character and would judge a shorter text than the one that runs.
            throw RefusedException.notAllowed("The text holds a NUL character.", "Take it out.")
                    .at(sql.indexOf('\0'));
        }
        byte[] utf8 = sql.getBytes(StandardCharsets.UTF_8);
        if (!new String(utf8, StandardCharsets.UTF_8).equals(sql)) {
            throw RefusedException.notAllowed(
                    "The text holds half a character (a lone surrogate).", "Send valid Unicode.");
        }
        if (utf8.length > Request.Query.MAX_SQL_BYTES) {
            throw RefusedException.invalid("The SQL text is longer than the 256 KiB allowed.", "Shorten it.");
        }
    }
}
