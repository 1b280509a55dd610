package io.duckboard.sqlpage.ui;

import io.duckboard.engine.protocol.Parameter;
import io.duckboard.sqlpage.link.LinkedParameter;
import io.duckboard.sqlpage.parameter.ParameterEntry;
import io.duckboard.sqlpage.parameter.ParameterKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts what was typed for parameters between its fields, the tab that keeps it and a link that carries it. */
final class KeptParameters {

    private KeptParameters() {}

    /** Returns the parameters as a tab keeps them: what was typed, whether it is a value or not. */
    static Map<String, Parameter> of(List<ParameterEntry> entries) {
        var kept = new LinkedHashMap<String, Parameter>();
        entries.forEach(entry -> kept.put(
                entry.name(), new Parameter(type(entry.kind()), entry.text().orElse(null))));
        return kept;
    }

    static List<ParameterEntry> entries(Map<String, Parameter> kept) {
        return kept.entrySet().stream()
                .map(entry -> new ParameterEntry(
                        entry.getKey(),
                        kind(entry.getValue().type()),
                        Optional.ofNullable(entry.getValue().value())))
                .toList();
    }

    /** Returns the parameters of a link that say which kind they are. */
    static List<ParameterEntry> typed(List<LinkedParameter> linked) {
        return linked.stream()
                .filter(parameter -> parameter.type().isPresent())
                .map(parameter -> new ParameterEntry(
                        parameter.name(), kind(parameter.type().get()), Optional.of(parameter.value())))
                .toList();
    }

    private static Parameter.Type type(ParameterKind kind) {
        return switch (kind) {
            case TEXT -> Parameter.Type.VARCHAR;
            case NUMBER -> Parameter.Type.DOUBLE;
            case DATE -> Parameter.Type.DATE;
            case TIMESTAMP -> Parameter.Type.TIMESTAMP;
            case BOOLEAN -> Parameter.Type.BOOLEAN;
            case LIST -> Parameter.Type.VARCHAR_LIST;
        };
    }

    private static ParameterKind kind(Parameter.Type type) {
        return switch (type) {
            case VARCHAR -> ParameterKind.TEXT;
            case BIGINT, DOUBLE, DECIMAL -> ParameterKind.NUMBER;
            case DATE -> ParameterKind.DATE;
            case TIMESTAMP -> ParameterKind.TIMESTAMP;
            case BOOLEAN -> ParameterKind.BOOLEAN;
            case VARCHAR_LIST, BIGINT_LIST, DOUBLE_LIST -> ParameterKind.LIST;
        };
    }
}
