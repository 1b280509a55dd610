package io.duckboard.sqlpage.tab;

import io.duckboard.engine.protocol.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A tab's parameters as the JSON that is kept. */
final class TabParameters {

    private TabParameters() {}

    static String json(Map<String, Parameter> parameters) {
        var members = new LinkedHashMap<String, Object>();
        parameters.forEach((name, parameter) -> members.put(name, member(parameter)));
        return JSON.std.asString(members);
    }

    private static Map<String, @Nullable Object> member(Parameter parameter) {
        var member = new LinkedHashMap<String, @Nullable Object>();
        member.put("type", parameter.type().name());
        member.put("value", parameter.value());
        return member;
    }

    static Map<String, Parameter> of(String json) {
        var parameters = new LinkedHashMap<String, Parameter>();
        JSON.std.mapFrom(json).forEach((name, member) -> parameters.put(name, parameter((Map<?, ?>) member)));
        return parameters;
    }

    private static Parameter parameter(Map<?, ?> member) {
        Object value = member.get("value");
        return new Parameter(
                Parameter.Type.valueOf(String.valueOf(member.get("type"))), value == null ? null : value.toString());
    }
}
