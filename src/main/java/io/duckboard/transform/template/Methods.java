package io.duckboard.transform.template;

import com.hubspot.jinjava.el.ext.NamedParameter;
import io.duckboard.format.NearName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's methods of texts, lists and maps that templates can use. */
final class Methods {

    private static final List<String> OF_TEXTS = List.of(
            "upper",
            "lower",
            "title",
            "capitalize",
            "strip",
            "lstrip",
            "rstrip",
            "replace",
            "split",
            "join",
            "startswith",
            "endswith",
            "isdigit");
    private static final List<String> OF_LISTS = List.of("append", "extend", "insert", "pop", "index", "count");
    private static final List<String> OF_MAPS = List.of("get", "items", "keys", "values", "update", "pop");

    private Methods() {}

    static @Nullable Object call(@Nullable Object base, String method, List<Object> arguments) {
        arguments.forEach(GivenFunction::check);
        return TemplateInterpreter.current().read(called(base, method, arguments));
    }

    private static @Nullable Object called(@Nullable Object base, String method, List<Object> arguments) {
        try {
            return switch (base) {
                case null -> throw new TemplateProblem("none has no " + method + "().", "");
                case Undefined undefined -> throw undefined.problem();
                case FunctionGroup group -> group.function(method).call(arguments(group, method, arguments));
                case String text -> ofText(text, method, arguments);
                case List<?> list -> ofList(unchecked(list), method, arguments);
                case Map<?, ?> map -> ofMap(unchecked(map), method, arguments);
                default -> throw unknown(method, List.of());
            };
        } catch (IndexOutOfBoundsException | ClassCastException e) {
            throw new TemplateProblem(method + "() is called with other arguments than it takes.", "");
        }
    }

    private static Arguments arguments(FunctionGroup group, String method, List<Object> arguments) {
        var positional = new ArrayList<>();
        var named = new LinkedHashMap<String, Object>();
        for (Object argument : arguments) {
            if (argument instanceof NamedParameter parameter) {
                named.put(parameter.getName(), parameter.getValue());
            } else {
                positional.add(argument);
            }
        }
        return new Arguments(
                group.name() + "." + method,
                positional,
                named,
                TemplateInterpreter.current().place());
    }

    private static Object ofText(String text, String method, List<Object> arguments) {
        return switch (method) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title", "capitalize" -> capitalized(text, method);
            case "strip" -> stripped(text, arguments, true, true);
            case "lstrip" -> stripped(text, arguments, true, false);
            case "rstrip" -> stripped(text, arguments, false, true);
            case "replace" ->
                BoundedText.replaced(text, (String) arguments.get(0), (String) arguments.get(1), Integer.MAX_VALUE);
            case "split" -> split(text, arguments);
            case "join" -> BoundedText.joined(text, (List<?>) arguments.getFirst());
            case "startswith" -> text.startsWith((String) arguments.getFirst());
            case "endswith" -> text.endsWith((String) arguments.getFirst());
            case "isdigit" -> !text.isEmpty() && text.chars().allMatch(Character::isDigit);
            default -> throw unknown(method, OF_TEXTS);
        };
    }

    private static String capitalized(String text, String method) {
        var result = new StringBuilder(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < result.length(); i++) {
            boolean first = i == 0 || (method.equals("title") && !Character.isLetter(result.charAt(i - 1)));
            if (first) {
                result.setCharAt(i, Character.toUpperCase(result.charAt(i)));
            }
        }
        return result.toString();
    }

    private static String stripped(String text, List<Object> arguments, boolean left, boolean right) {
        String characters = arguments.isEmpty() ? " \t\r\n\f" : (String) arguments.getFirst();
        int from = 0;
        int to = text.length();
        while (left && from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (right && to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static List<String> split(String text, List<Object> arguments) {
        if (arguments.isEmpty()) {
            return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
        }
        var parts = new ArrayList<String>();
        String separator = (String) arguments.getFirst();
        if (separator.isEmpty()) {
            throw new TemplateProblem("split() is called with an empty text.", "Name what stands between the parts.");
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static @Nullable Object ofList(List<Object> list, String method, List<Object> arguments) {
        return switch (method) {
            case "append" -> {
                list.add(arguments.getFirst());
                yield "";
            }
            case "extend" -> {
                list.addAll((List<?>) arguments.getFirst());
                yield "";
            }
            case "insert" -> {
                list.add(((Number) arguments.getFirst()).intValue(), arguments.get(1));
                yield "";
            }
            case "pop" ->
                list.remove(arguments.isEmpty() ? list.size() - 1 : ((Number) arguments.getFirst()).intValue());
            case "index" -> (long) list.indexOf(arguments.getFirst());
            case "count" -> list.stream().filter(arguments.getFirst()::equals).count();
            default -> throw unknown(method, OF_LISTS);
        };
    }

    private static @Nullable Object ofMap(Map<String, Object> map, String method, List<Object> arguments) {
        return switch (method) {
            case "get" -> {
                String key = String.valueOf(arguments.getFirst());
                yield map.containsKey(key) || arguments.size() < 2 ? map.get(key) : arguments.get(1);
            }
            case "items" -> new ArrayList<Object>(map.entrySet());
            case "keys" -> new ArrayList<Object>(map.keySet());
            case "values" -> new ArrayList<>(map.values());
            case "update" -> {
                map.putAll(unchecked((Map<?, ?>) arguments.getFirst()));
                yield "";
            }
            case "pop" -> map.remove(String.valueOf(arguments.getFirst()));
            default -> throw unknown(method, OF_MAPS);
        };
    }

    private static TemplateProblem unknown(String method, List<String> known) {
        return new TemplateProblem(
                "The method “" + method + "” is not known.",
                NearName.hint(method, known, known.isEmpty() ? "" : "Known are " + String.join(", ", known) + "."));
    }

    @SuppressWarnings("unchecked") // Templates make no other lists.
    private static List<Object> unchecked(List<?> list) {
        return (List<Object>) list;
    }

    @SuppressWarnings("unchecked") // Templates make no maps with other keys.
    private static Map<String, Object> unchecked(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
