package io.duckboard.sqlpage.plan;

import io.duckboard.format.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answer to {@code EXPLAIN (ANALYZE, FORMAT json)}. A member that is missing, or has another type than in
 * DuckDB 1.5, counts as unknown or as nothing.
 */
record PlanReader(FilePaths files) {

    /** DuckDB's deepest plans of queries that people write are a tenth of this. */
    private static final int DEEPEST = 200;

    private static final String NO_PLAN = "The engine answered with something that is no plan.";
    private static final String TOO_DEEP = "The plan is deeper than can be shown.";
    private static final double NANOS = 1e9;

    /** This operator belongs to the EXPLAIN and not to the query. */
    private static final String ENVELOPE = "EXPLAIN_ANALYZE";

    private static final String FILES = "Filename(s)";

    /** This detail repeats the operator's name. */
    private static final String FUNCTION = "Function";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** DuckDB's names that people would put in other words. */
    private static final Map<String, String> NAMES =
            Map.of(FILES, "Files", "Total Files Read", "Files read", "Estimated Cardinality", "Rows expected");

    /** @throws PlanException if the text has no plan that could be shown */
    Plan read(String json) throws PlanException {
        JsonNode profile = profile(json);
        PlanNode root = node(firstOperator(profile), 1);
        return new Plan(root, duration(profile.path("latency")), count(profile.path("total_bytes_read")));
    }

    private static JsonNode profile(String json) throws PlanException {
        JsonNode profile;
        try {
            profile = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            boolean isDeep = String.valueOf(e.getMessage()).contains("nesting depth");
            throw new PlanException(isDeep ? TOO_DEEP : NO_PLAN, e);
        }
        if (!profile.isObject()) {
            throw new PlanException(NO_PLAN);
        }
        return profile;
    }

    private static JsonNode firstOperator(JsonNode profile) throws PlanException {
        JsonNode operator = profile;
        for (int depth = 0; depth < DEEPEST; depth++) {
            String name = name(operator);
            if (!name.isEmpty() && !name.equals(ENVELOPE)) {
                return operator;
            }
            List<JsonNode> children = objects(operator.path("children"));
            if (children.isEmpty()) {
                throw new PlanException(
                        "Nothing is measured here: DuckDB answers this statement without any operator.");
            }
            operator = children.getFirst();
        }
        throw new PlanException(TOO_DEEP);
    }

    private PlanNode node(JsonNode operator, int depth) throws PlanException {
        if (depth > DEEPEST) {
            throw new PlanException(TOO_DEEP);
        }
        var children = new ArrayList<PlanNode>();
        for (JsonNode child : objects(operator.path("children"))) {
            children.add(node(child, depth + 1));
        }
        return new PlanNode(
                name(operator),
                duration(operator.path("operator_timing")),
                count(operator.path("operator_cardinality")).orElse(0),
                count(operator.path("result_set_size")),
                details(operator),
                children);
    }

    private List<PlanDetail> details(JsonNode operator) {
        var details = new ArrayList<PlanDetail>();
        operator.path("extra_info")
                .properties()
                .forEach(member -> detail(member.getKey(), member.getValue()).ifPresent(details::add));
        long scanned = count(operator.path("operator_rows_scanned")).orElse(0);
        if (scanned > 0) {
            details.add(new PlanDetail("Rows scanned", List.of(Figures.count(scanned))));
        }
        return details;
    }

    private Optional<PlanDetail> detail(String name, JsonNode value) {
        List<String> shown = texts(name, value)
                .filter(text -> !text.isBlank())
                .map(files::without)
                .toList();
        return shown.isEmpty() ? Optional.empty() : Optional.of(new PlanDetail(NAMES.getOrDefault(name, name), shown));
    }

    private Stream<String> texts(String name, JsonNode value) {
        if (value.isNull() || name.equals(FUNCTION)) {
            return Stream.empty();
        }
        if (value.isArray()) {
            return value.valueStream().map(PlanReader::text);
        }
        if (value.isString() && name.equals(FILES)) {
            // DuckDB lists five files at most, and dots if there are more.
            return Stream.of(value.stringValue().split(", ")).map(files::relative);
        }
        if (value.isString()
                && NAMES.containsKey(name)
                && NUMBER.matcher(value.stringValue()).matches()) {
            return Stream.of(Figures.count(Long.parseLong(value.stringValue())));
        }
        return Stream.of(text(value));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String name(JsonNode operator) {
        String name = operator.path("operator_name").stringValue("").strip();
        return name.isEmpty() ? operator.path("operator_type").stringValue("").strip() : name;
    }

    private static Duration duration(JsonNode seconds) {
        return seconds.isNumber()
                ? Duration.ofNanos(Math.max(0, Math.round(seconds.numberValue().doubleValue() * NANOS)))
                : Duration.ZERO;
    }

    private static OptionalLong count(JsonNode value) {
        return value.isNumber() && value.numberValue().longValue() >= 0
                ? OptionalLong.of(value.numberValue().longValue())
                : OptionalLong.empty();
    }

    private static List<JsonNode> objects(JsonNode value) {
        return value.isArray() ? value.valueStream().filter(JsonNode::isObject).toList() : List.of();
    }
}
