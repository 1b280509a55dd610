package io.duckboard.lake.source;

import io.duckboard.engine.sql.Quoted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hive keys: folders that are called {@code key=value}. */
final class HiveKeys {

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private HiveKeys() {}

    /** @param file a path as the user named it, or as it was found below that */
    static Map<String, Optional<String>> of(Path file) {
        var keys = new LinkedHashMap<String, Optional<String>>();
        for (Path folder : file.getParent() == null ? List.<Path>of() : file.getParent()) {
            String name = folder.toString();
            int equals = name.indexOf('=');
            if (equals > 0) {
                keys.put(decoded(name.substring(0, equals)), value(name.substring(equals + 1)));
            }
        }
        return keys;
    }

    /** The type of a key with these values. A leading zero says that it is text. */
    static String type(Collection<Optional<String>> values) {
        List<String> texts = values.stream().flatMap(Optional::stream).toList();
        if (!texts.isEmpty()
                && texts.stream().allMatch(text -> INTEGER.matcher(text).matches())) {
            return "BIGINT";
        }
        boolean days = !texts.isEmpty()
                && texts.stream()
                        .allMatch(text -> DAY.matcher(text).matches()
                                && DateText.parse(text).isPresent());
        return days ? "DATE" : "VARCHAR";
    }

    /** SQL of the value for each file of a scan, by the number that DuckDB gives it. */
    static String sql(List<Optional<String>> values, String type) {
        String list = values.stream()
                .map(value -> value.map(Quoted::literal).orElse("NULL"))
                .collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
        return "CAST(list_extract(" + list + ", CAST(file_index AS BIGINT) + 1) AS " + type + ")";
    }

    /** SQL of the value for a whole file. */
    static String sql(Optional<String> value, String type) {
        return "CAST(" + value.map(Quoted::literal).orElse("NULL") + " AS " + type + ")";
    }

    private static Optional<String> value(String text) {
        return text.equals("__HIVE_DEFAULT_PARTITION__") || text.equalsIgnoreCase("NULL")
                ? Optional.empty()
                : Optional.of(decoded(text));
    }

    /** Hive and DuckDB write a blank as {@code %20}. What is no such code stays as it is. */
    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream();
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < all.length; at++) {
            int high = all[at] == '%' && at + 2 < all.length ? Character.digit(all[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(all[at + 2], 16);
            bytes.write(low < 0 ? all[at] : high * 16 + low);
            at += low < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
