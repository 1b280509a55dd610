package io.duckboard.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.LexicalCases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lexer splits each text of the table into the tokens listed there, and handles long texts as well. */
class LexerTest {

    static List<LexicalCases.Case> cases() {
        return LexicalCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesTheTextIntoItsTokens(LexicalCases.Case each) {
        assertThat(Lexer.tokensAndComments(each.sql()).stream().map(LexicalCases::written))
                .containsExactlyElementsOf(each.tokens());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheParameters(LexicalCases.Case each) {
        var names = new LinkedHashMap<String, String>();
        Lexer.tokens(each.sql()).stream()
                .filter(Token::isParameter)
                .forEach(token -> names.putIfAbsent(token.name().toLowerCase(Locale.ROOT), token.name()));

        assertThat(names.values()).containsExactlyElementsOf(each.parameters());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhereTokensStand(LexicalCases.Case each) {
        int end = 0;
        for (Token token : Lexer.tokensAndComments(each.sql())) {
            assertThat(each.sql().substring(token.start(), token.end())).isEqualTo(token.text());
            assertThat(each.sql().substring(end, token.start()))
                    .matches("[ \\t\\n\\r\\f\\x{A0}\\x{2000}-\\x{200B}\\x{202F}\\x{205F}\\x{2060}\\x{3000}\\x{FEFF}]*");
            end = token.end();
        }
    }

    @Test
    void leavesCommentsOut() {
        assertThat(Lexer.tokens("/* a */ SELECT -- b\n1").stream().map(Token::text))
                .containsExactly("SELECT", "1");
    }

    @Test
    void tellsNamesWithoutTheirQuotes() {
        assertThat(Lexer.tokens("a \"b\"\"c\" $d \"open").stream().map(Token::name))
                .containsExactly("a", "b\"c", "d", "open");
    }

    @Test
    void readsTheLongestTexts() {
        for (String piece : List.of(
                "'it''s' ", "E'\\'' ", "\"a\"\"b\" ", "/* a */ ", "/* ", "*/ ", "+", "+-", "$a ", "$a$ ", "1.")) {
            assertThat(Lexer.tokensAndComments(piece.repeat(40_000))).isNotEmpty();
        }
        assertThat(Lexer.tokens("'" + "a".repeat(400_000))).hasSize(1);
        assertThat(Lexer.tokens("'" + "''".repeat(200_000) + "'")).hasSize(1);
        assertThat(Lexer.tokens("$$" + "$ ".repeat(200_000))).hasSize(1);
        assertThat(Lexer.tokens("'a'" + "\n".repeat(200_000) + "x")).hasSize(2);
        assertThat(Lexer.tokens("'a'" + "-".repeat(200_000))).hasSize(1);
    }
}
