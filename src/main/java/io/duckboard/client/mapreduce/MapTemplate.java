package io.duckboard.client.mapreduce;

import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL of a map, in which {@code {part}} stands for the files of a partition. */
public record MapTemplate(String sql) {

    public static final String PART = "{part}";

    /** @throws IllegalArgumentException with a sentence, if the SQL does not contain {@code {part}} */
    public MapTemplate {
        if (!sql.contains(PART)) {
            throw new IllegalArgumentException(
                    "The map's SQL has no " + PART + ", so every call would read the same: FROM " + PART + ".");
        }
    }

    /**
     * Replaces {@code {part}} by a literal, or by only the path if it stands in quotes.
     *
     * @throws IllegalArgumentException with a sentence, if it stands in quotes and the partition has several files
     */
    public String of(Partition partition) {
        var filled = new StringBuilder();
        int at = 0;
        List<Token> tokens = Lexer.tokens(sql);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSymbol("{") && sql.startsWith(PART, token.start())) {
                boolean isArgument = i > 0 && tokens.get(i - 1).isSymbol("(");
                filled.append(sql, at, token.start()).append(literal(partition, isArgument));
                at = token.start() + PART.length();
            } else if (isQuoted(token) && token.text().contains(PART)) {
                filled.append(sql, at, token.start())
                        .append(token.text().replace(PART, withinQuotes(token, theOne(partition))));
                at = token.end();
            }
        }
        return filled.append(sql, at, sql.length()).toString();
    }

    /**
     * Asks the same of each of several partitions in one statement, whose rows are all their answers. As in a table of
     * several answers, columns are matched by name. Empty if the text cannot stand in parentheses.
     */
    Optional<String> ofAll(List<Partition> partitions) {
        return staysIn(enclosed(sql))
                ? Optional.of(partitions.stream()
                        .map(partition -> enclosed(of(partition)))
                        .collect(Collectors.joining(" UNION ALL BY NAME ")))
                : Optional.empty();
    }

    private static String enclosed(String sql) {
        return "(\n" + sql + "\n)";
    }

    /** Whether the first parenthesis is closed by the last, and not before, or inside a text or comment that is open. */
    private static boolean staysIn(String enclosed) {
        int open = 0;
        int closed = 0;
        for (Token token : Lexer.tokens(enclosed)) {
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            closed += open == 0 ? 1 : 0;
        }
        return open == 0 && closed == 1;
    }

    private static boolean isQuoted(Token token) {
        return token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NAME;
    }

    private static String withinQuotes(Token quoted, String path) {
        return switch (quoted.text().charAt(0)) {
            case '"' -> path.replace("\"", "\"\"");
            case '$' -> path;
            case 'e', 'E' -> path.replace("\\", "\\\\").replace("'", "''");
            default -> path.replace("'", "''");
        };
    }

    private static String theOne(Partition partition) {
        if (partition.files().size() > 1) {
            throw new IllegalArgumentException("Partition " + partition.name() + " has "
                    + partition.files().size() + " files, and there is room for one in quotes: write " + PART
                    + " without them.");
        }
        return partition.files().getFirst();
    }

    /** A list of files can be an argument of read_parquet but is not a table by itself. */
    private static String literal(Partition partition, boolean isArgument) {
        List<String> files = partition.files().stream().map(Quoted::literal).toList();
        if (files.size() == 1) {
            return files.getFirst();
        }
        String list = "[" + String.join(", ", files) + "]";
        return isArgument ? list : "read_parquet(" + list + ")";
    }
}
