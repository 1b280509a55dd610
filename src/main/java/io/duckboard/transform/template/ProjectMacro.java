package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.tree.Node;
import io.duckboard.transform.project.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A macro that knows the file it is written in, and accepts no more arguments than it declares. */
final class ProjectMacro extends MacroFunction {

    private static final int DEEPEST = 20;

    private final Place place;
    private final boolean takesAny;

    @SuppressWarnings("NonApiType") // Jinjava requires this type.
    ProjectMacro(
            List<Node> content, String name, LinkedHashMap<String, Object> arguments, Context context, Place place) {
        super(content, name, arguments, true, context, place.line(), 0);
        this.place = place;
        this.takesAny = content.stream()
                .map(Node::reconstructImage)
                .anyMatch(text -> text.contains(VARARGS_KEY) || text.contains(KWARGS_KEY));
    }

    Place place() {
        return place;
    }

    @Override
    public @Nullable Object doEvaluate(Map<String, Object> argMap, Map<String, Object> kwargMap, List<Object> varArgs) {
        TemplateInterpreter interpreter = TemplateInterpreter.current();
        interpreter.step();
        argMap.forEach((argument, value) -> {
            // An argument that is left out is a problem only where it is used.
            if (!Objects.equals(value, getDefaults().get(argument))) {
                GivenFunction.check(value);
            }
        });
        if (!takesAny && !(kwargMap.isEmpty() && varArgs.isEmpty())) {
            throw new TemplateProblem(
                    "The macro “" + getName() + "” is called with arguments that it does not take.",
                    "It takes " + (getArguments().isEmpty() ? "none" : String.join(", ", getArguments())) + ": " + place
                            + ".");
        }
        return interpreter.read(
                interpreter.within(place, DEEPEST, getName(), () -> super.doEvaluate(argMap, kwargMap, varArgs)));
    }
}
