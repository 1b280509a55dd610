package io.duckboard.sqlpage.plan;

import io.duckboard.format.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Reads what {@code EXPLAIN (ANALYZE, FORMAT json)} answers. A member that is missing or of another type than DuckDB
 * 1.5 gives it counts as unknown, or as nothing.
 */
record PlanReader(FilePaths files) {

    /** DuckDB's deepest plans of what people write are a tenth of that. */
    private static final int DEEPEST = 200;

    private static final String TOO_DEEP = "The plan is deeper than can be shown.";
    private static final double NANOS = 1e9;

    /** Operators of the EXPLAIN and not of the query. */
    private static final String ENVELOPE = "EXPLAIN_ANALYZE";

    private static final String FILES = "Filename(s)";

    /** It is the operator's name once more. */
    private static final String FUNCTION = "Function";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** How DuckDB names what people would call otherwise. */
    private static final Map<String, String> NAMES =
            Map.of(FILES, "Files", "Total Files Read", "Files read", "Estimated Cardinality", "Rows expected");

    /** @throws PlanException if there is no plan in it that could be shown */
    Plan read(String json) throws PlanException {
        Map<?, ?> profile;
        try {
            profile = JSON.std.mapFrom(json);
        } catch (JacksonException e) {
            boolean isDeep = String.valueOf(e.getMessage()).contains("nesting depth");
            throw new PlanException(isDeep ? TOO_DEEP : "The engine answered with something that is no plan.", e);
        }
        PlanNode root = node(firstOperator(profile), 1);
        return new Plan(root, duration(profile.get("latency")), count(profile.get("total_bytes_read")));
    }

    private static Map<?, ?> firstOperator(Map<?, ?> profile) throws PlanException {
        Map<?, ?> operator = profile;
        for (int depth = 0; depth < DEEPEST; depth++) {
            String name = name(operator);
            if (!name.isEmpty() && !name.equals(ENVELOPE)) {
                return operator;
            }
            List<Map<?, ?>> children = objects(operator.get("children"));
            if (children.isEmpty()) {
                throw new PlanException(
                        "Nothing is measured here: DuckDB answers this statement without any operator.");
            }
            operator = children.getFirst();
        }
        throw new PlanException(TOO_DEEP);
    }

    private PlanNode node(Map<?, ?> operator, int depth) throws PlanException {
        if (depth > DEEPEST) {
            throw new PlanException(TOO_DEEP);
        }
        var children = new ArrayList<PlanNode>();
        for (Map<?, ?> child : objects(operator.get("children"))) {
            children.add(node(child, depth + 1));
        }
        return new PlanNode(
                name(operator),
                duration(operator.get("operator_timing")),
                count(operator.get("operator_cardinality")).orElse(0),
                count(operator.get("result_set_size")),
                details(operator),
                children);
    }

    private List<PlanDetail> details(Map<?, ?> operator) {
        var details = new ArrayList<PlanDetail>();
        if (operator.get("extra_info") instanceof Map<?, ?> extra) {
            extra.forEach((name, value) -> detail(String.valueOf(name), value).ifPresent(details::add));
        }
        long scanned = count(operator.get("operator_rows_scanned")).orElse(0);
        if (scanned > 0) {
            details.add(new PlanDetail("Rows scanned", List.of(Figures.count(scanned))));
        }
        return details;
    }

    private Optional<PlanDetail> detail(String name, @Nullable Object value) {
        List<String> values = switch (value) {
            case null -> List.of();
            case Object _ when name.equals(FUNCTION) -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            // Five of them at most, and dots where there are more.
            case String paths
            when name.equals(FILES) ->
                List.of(paths.split(", ")).stream().map(files::relative).toList();
            case String digits
            when NAMES.containsKey(name) && NUMBER.matcher(digits).matches() ->
                List.of(Figures.count(Long.parseLong(digits)));
            default -> List.of(value.toString());
        };
        List<String> shown = values.stream()
                .filter(text -> !text.isBlank())
                .map(files::without)
                .toList();
        return shown.isEmpty() ? Optional.empty() : Optional.of(new PlanDetail(NAMES.getOrDefault(name, name), shown));
    }

    private static String name(Map<?, ?> operator) {
        return operator.get("operator_name") instanceof String name && !name.isBlank()
                ? name.strip()
                : operator.get("operator_type") instanceof String type ? type.strip() : "";
    }

    private static Duration duration(@Nullable Object seconds) {
        return seconds instanceof Number number
                ? Duration.ofNanos(Math.max(0, Math.round(number.doubleValue() * NANOS)))
                : Duration.ZERO;
    }

    private static OptionalLong count(@Nullable Object value) {
        return value instanceof Number number && number.longValue() >= 0
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    private static List<Map<?, ?>> objects(@Nullable Object value) {
        var objects = new ArrayList<Map<?, ?>>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }
}
