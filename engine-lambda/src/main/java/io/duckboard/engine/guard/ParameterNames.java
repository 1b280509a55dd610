package io.duckboard.engine.guard;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.sql.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code $name} in the SQL with {@code $1}, {@code $2}, …, the only form that JDBC can bind. The parser does
 * not say where a parameter is, so the text is rewritten by its tokens. The result is used only if the parser makes
 * the same tree of it. The length of the text does not change, so that positions stay right.
 */
final class ParameterNames {

    private static final String EXPECTED = "Give each $name of the SQL a value of its own in \"params\", and no other.";

    private final List<String> names;

    private ParameterNames(List<String> names) {
        this.names = names;
    }

    /** @param given names that have values */
    static ParameterNames in(JsonObject statement, List<Token> tokens, Set<String> given) throws RefusedException {
        Set<String> used = new TreeSet<>();
        collect(statement.members(), used);
        Set<String> written = new TreeSet<>();
        tokens.stream().filter(Token::isParameter).map(ParameterNames::name).forEach(written::add);
        if (!used.equals(written)) {
            throw RefusedException.invalid("Parameters are written as $name.", EXPECTED);
        }
        var values = new LinkedHashMap<String, String>();
        given.forEach(name -> values.put(name.toLowerCase(Locale.ROOT), name));
        for (Token token : tokens) {
            if (token.isParameter() && !values.containsKey(name(token))) {
                throw RefusedException.invalid("Parameter " + token.text() + " has no value.", EXPECTED)
                        .at(token.start());
            }
        }
        for (String name : given) {
            if (!name.equals(values.get(name.toLowerCase(Locale.ROOT)))
                    || !used.contains(name.toLowerCase(Locale.ROOT))) {
                throw RefusedException.invalid("Parameter '" + name + "' is not used in the SQL.", EXPECTED);
            }
        }
        // Short names get the small numbers, so that no number is longer than its name.
        var names = new ArrayList<>(values.values());
        names.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return new ParameterNames(List.copyOf(names));
    }

    /** The names in the order of their numbers. */
    List<String> ordered() {
        return names;
    }

    String numbered(String sql, List<Token> tokens) throws RefusedException {
        var numbered = new StringBuilder(sql);
        for (Token token : tokens) {
            if (token.isParameter()) {
                String number = "$" + number(name(token));
                int room = token.end() - token.start();
                if (number.length() > room) {
                    throw RefusedException.invalid(
                            "More than nine parameters have names of one letter.", "Give them longer names.");
                }
                numbered.replace(token.start(), token.end(), number + " ".repeat(room - number.length()));
            }
        }
        return numbered.toString();
    }

    /** Whether both trees are the same, apart from numbers in place of names in {@code renamed}. */
    boolean sameBut(JsonObject statement, JsonObject renamed) {
        Object expected = withNumbers(statement.members(), true);
        return expected != null && expected.equals(withNumbers(renamed.members(), false));
    }

    private @Nullable Object withNumbers(@Nullable Object node, boolean rename) {
        return switch (node) {
            case Map<?, ?> members -> {
                var copy = new LinkedHashMap<Object, @Nullable Object>();
                members.forEach((name, member) -> copy.put(name, withNumbers(member, rename)));
                copy.remove("named_param_map");
                // Counted in bytes, which differ from characters if a name has characters outside ASCII.
                copy.remove("query_location");
                if (rename && isParameter(members)) {
                    copy.put("identifier", number(String.valueOf(members.get("identifier"))));
                }
                yield copy;
            }
            case List<?> list ->
                list.stream().map(member -> withNumbers(member, rename)).toList();
            case null, default -> node;
        };
    }

    private String number(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return Integer.toString(i + 1);
            }
        }
        throw new IllegalStateException("no parameter " + name);
    }

    private static void collect(@Nullable Object node, Set<String> used) {
        switch (node) {
            case Map<?, ?> members -> {
                if (isParameter(members)) {
                    used.add(String.valueOf(members.get("identifier")).toLowerCase(Locale.ROOT));
                }
                members.values().forEach(member -> collect(member, used));
            }
            case List<?> list -> list.forEach(member -> collect(member, used));
            case null, default -> {}
        }
    }

    private static boolean isParameter(Map<?, ?> node) {
        return "PARAMETER".equals(node.get("class"));
    }

    private static String name(Token parameter) {
        return parameter.name().toLowerCase(Locale.ROOT);
    }
}
