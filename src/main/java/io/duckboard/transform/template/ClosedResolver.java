package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.util.ForLoop;
import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what follows a dot or is in brackets, from a fixed list for each kind of value. It reaches no Java method or
 * field.
 */
final class ClosedResolver extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null || property == null) {
            return null;
        }
        context.setPropertyResolved(true);
        return TemplateInterpreter.current().read(property(base, property.toString()));
    }

    private static @Nullable Object property(Object base, String name) {
        return switch (base) {
            case Undefined undefined -> throw undefined.problem();
            case Map<?, ?> map -> map.containsKey(name) ? map.get(name) : new Undefined(name);
            case List<?> list -> item(list, name);
            case Map.Entry<?, ?> entry -> item(Arrays.asList(entry.getKey(), entry.getValue()), name);
            case String text -> item(new Letters(text), name);
            case Relation relation ->
                name.equals("name") || name.equals("identifier") || name.equals("table")
                        ? relation.name()
                        : new Undefined(name);
            case ForLoop loop -> ofLoop(loop, name);
            default -> new Undefined(name);
        };
    }

    private static @Nullable Object item(List<?> list, String index) {
        if (!index.matches("-?\\d{1,9}")) {
            return new Undefined(index);
        }
        int at = Integer.parseInt(index);
        int positive = at < 0 ? at + list.size() : at;
        return positive >= 0 && positive < list.size() ? list.get(positive) : new Undefined("[" + index + "]");
    }

    private static Object ofLoop(ForLoop loop, String name) {
        return switch (name) {
            case "index" -> (long) loop.getIndex();
            case "index0" -> (long) loop.getIndex0();
            case "revindex" -> (long) loop.getRevindex();
            case "revindex0" -> (long) loop.getRevindex0();
            case "length" -> (long) loop.getLength();
            case "first" -> loop.isFirst();
            case "last" -> loop.isLast();
            default -> new Undefined("loop." + name);
        };
    }

    @Override
    @SuppressWarnings("NullAway") // Its arguments may be null, and the list of them allows that.
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object @Nullable [] arguments) {
        List<Object> values = arguments == null ? List.of() : Arrays.asList(arguments);
        context.setPropertyResolved(true);
        String name = String.valueOf(method);
        if (base instanceof ExpTest test && values.size() >= 2 && values.get(1) instanceof JinjavaInterpreter jinja) {
            Object[] others = values.subList(2, values.size()).toArray();
            return name.equals("evaluateNegated")
                    ? !test.evaluate(values.getFirst(), jinja, others)
                    : test.evaluate(values.getFirst(), jinja, others);
        }
        return Methods.call(base, name, values);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw new TemplateProblem("Values cannot be set so.", "Use {% set %}.");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
