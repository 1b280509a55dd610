package io.duckboard.transform.template;

import com.hubspot.jinjava.objects.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that Jinja itself defines. */
final class BuiltIns {

    private static final int LONGEST_RANGE = 10_000;

    static final Map<String, TemplateFunction> FUNCTIONS =
            Map.of("range", BuiltIns::range, "namespace", BuiltIns::namespace, "dict", BuiltIns::dict);

    private BuiltIns() {}

    private static List<Long> range(Arguments arguments) {
        arguments.exactly(1, 3, "Write range(10) or range(1, 10) or range(0, 10, 2).");
        var numbers = new ArrayList<Long>();
        for (Object number : arguments.positional()) {
            if (!(number instanceof Long || number instanceof Integer)) {
                throw new TemplateProblem("range() takes whole numbers.", "Turn a text into one by |int.");
            }
            numbers.add(((Number) number).longValue());
        }
        long from = numbers.size() == 1 ? 0 : numbers.getFirst();
        long to = numbers.size() == 1 ? numbers.getFirst() : numbers.get(1);
        long step = numbers.size() == 3 ? numbers.getLast() : 1;
        if (step == 0) {
            throw new TemplateProblem("range() takes no step of 0.", "");
        }
        var range = new ArrayList<Long>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            if (range.size() == LONGEST_RANGE) {
                throw new TemplateProblem("A range has more than 10,000 numbers.", "Use DuckDB's range() in the SQL.");
            }
            range.add(i);
        }
        return range;
    }

    private static Namespace namespace(Arguments arguments) {
        return new Namespace(new HashMap<>(arguments.named()));
    }

    private static Map<String, Object> dict(Arguments arguments) {
        return new LinkedHashMap<>(arguments.named());
    }
}
