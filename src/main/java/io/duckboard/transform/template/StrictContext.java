package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.lib.tag.Tag;
import io.duckboard.format.NearName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The outermost scope. Reading an unknown name here is a problem, while Jinjava would write nothing. */
final class StrictContext extends Context {

    private static final Set<String> FILTERS = Set.of(
            "abs",
            "batch",
            "capitalize",
            "count",
            "dictsort",
            "difference",
            "first",
            "float",
            "groupby",
            "int",
            "intersect",
            "join",
            "last",
            "length",
            "list",
            "lower",
            "map",
            "reject",
            "rejectattr",
            "replace",
            "reverse",
            "round",
            "select",
            "selectattr",
            "sort",
            "split",
            "string",
            "sum",
            "title",
            "tojson",
            "trim",
            "truncate",
            "union",
            "unique",
            "upper",
            "wordcount");

    private static final Set<String> TESTS = Set.of(
            "boolean",
            "containing",
            "defined",
            "divisibleby",
            "eq",
            "equalto",
            "even",
            "false",
            "float",
            "ge",
            "gt",
            "in",
            "integer",
            "iterable",
            "le",
            "lower",
            "lt",
            "mapping",
            "ne",
            "none",
            "number",
            "odd",
            "sameas",
            "sequence",
            "string",
            "true",
            "undefined",
            "upper",
            "==",
            "!=",
            ">",
            ">=",
            "<",
            "<=");

    private static final Set<String> TAGS = Set.of(
            "if",
            "elif",
            "else",
            "endif",
            "for",
            "endfor",
            "set",
            "endset",
            "do",
            "macro",
            "endmacro",
            "call",
            "endcall",
            "raw",
            "endraw");

    StrictContext() {
        setExpressionStrategy(new StrictExpressions());
        registerTag(new StrictIf());
        registerTag(new StrictFor());
        registerTag(new StrictDo());
        registerTag(new StrictCall());
        registerTag(new ProjectMacroTag());
    }

    @Override
    public Filter getFilter(String name) {
        if (name.equals("default") || name.equals("d")) {
            return new DefaultValue();
        }
        if (name.equals("replace")) {
            return new StrictFilter(new ReplaceTexts());
        }
        Filter filter = FILTERS.contains(name) ? super.getFilter(name) : null;
        if (filter == null) {
            throw unknown("filter", name, FILTERS);
        }
        return new StrictFilter(filter);
    }

    @Override
    public ExpTest getExpTest(String name) {
        ExpTest test = TESTS.contains(name) ? super.getExpTest(name) : null;
        if (test == null) {
            throw unknown("test", name, TESTS);
        }
        return new StrictTest(test);
    }

    @Override
    public @Nullable Tag getTag(String name) {
        return TAGS.contains(name) ? super.getTag(name) : null;
    }

    @Override
    public MacroFunction getGlobalMacro(String name) {
        MacroFunction macro = getGlobalMacros().get(name);
        if (macro == null) {
            throw new TemplateProblem(
                    "The function “" + name + "” is not known.",
                    NearName.hint(name, functions(), "Write a macro of that name into macros/."));
        }
        return macro;
    }

    /** Returns the functions of the template that is being rendered. */
    private Collection<String> functions() {
        List<String> names = new ArrayList<>(getGlobalMacros().keySet());
        Context scope = TemplateInterpreter.current().getContext();
        for (; scope != null && scope.getParent() != null; scope = scope.getParent()) {
            names.addAll(scope.getGlobalMacros().keySet());
        }
        return names;
    }

    private static TemplateProblem unknown(String what, String name, Set<String> known) {
        return new TemplateProblem(
                "The " + what + " “" + name + "” is not known.",
                NearName.hint(name, known, "Known are " + String.join(", ", new TreeSet<>(known)) + "."));
    }
}
