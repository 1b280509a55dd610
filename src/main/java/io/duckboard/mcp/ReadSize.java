package io.duckboard.mcp;

import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much a query could read at most: all files of the tables that its text names, and of those that its views read.
 * Which of them it does read only the query itself finds out.
 *
 * @param tables of the lake; one without a catalog does not know how large they are
 */
record ReadSize(List<TableEntry> tables) {

    ReadSize {
        tables = List.copyOf(tables);
    }

    long most(String sql) {
        Map<String, TableEntry> byName = tables.stream()
                .collect(Collectors.toMap(table -> key(table.name()), Function.identity(), (one, _) -> one));
        var read = new HashSet<TableEntry>();
        words(sql).forEach(word -> follow(word, byName, read));
        return read.stream().mapToLong(table -> table.bytes().orElse(0)).sum();
    }

    /** A column may have a table's name, and a text may have: better too much than too little. */
    private static Set<String> words(String sql) {
        return Lexer.tokens(sql).stream().map(ReadSize::word).collect(Collectors.toSet());
    }

    private static String word(Token token) {
        return key(token.kind() == Token.Kind.STRING ? token.text().replaceAll("^[^']*'|'$", "") : token.name());
    }

    private static void follow(String name, Map<String, TableEntry> byName, Set<TableEntry> read) {
        TableEntry table = byName.get(name);
        if (table != null && read.add(table) && table.bytes().isEmpty()) {
            table.builtFrom().forEach(source -> follow(key(source), byName, read));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
