package io.duckboard.board;

import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * SQL of a file.
 *
 * @param start where its first character stands
 * @param writing whether places in the SQL can be told in the file
 */
public record SqlText(String text, Spot start, Writing writing) {

    /** How SQL stands in its file. */
    public enum Writing {
        /** Line by line, each behind the same indentation. */
        AS_IT_IS,
        /** Folded or with escapes, so that a character's place is not known. */
        CHANGED
    }

    /** Where the character at this offset stands in the file. */
    public Spot at(int offset) {
        if (writing == Writing.CHANGED) {
            return start;
        }
        String before = text.substring(0, Math.min(offset, text.length()));
        int lineBreaks =
                (int) before.chars().filter(character -> character == '\n').count();
        int column = before.length() - (before.lastIndexOf('\n') + 1);
        return new Spot(start.file(), start.line() + lineBreaks, start.column() + column);
    }

    /** The parameters, {@code $name}, in the order of the text; each in lower case, once. */
    public Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        parameterTokens().forEach(token -> names.add(token.name().toLowerCase(Locale.ROOT)));
        return names;
    }

    public List<Token> parameterTokens() {
        return text.indexOf('$') < 0
                ? List.of()
                : Lexer.tokens(text).stream().filter(Token::isParameter).toList();
    }
}
