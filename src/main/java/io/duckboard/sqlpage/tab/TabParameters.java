package io.duckboard.sqlpage.tab;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duckboard.engine.protocol.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Converts a tab's parameters to and from the stored JSON. */
final class TabParameters {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(members -> members.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final TypeReference<LinkedHashMap<String, Parameter>> BY_NAME = new TypeReference<>() {};

    private TabParameters() {}

    static String json(Map<String, Parameter> parameters) {
        return JSON.writeValueAsString(parameters);
    }

    static Map<String, Parameter> of(String json) {
        return JSON.readValue(json, BY_NAME);
    }
}
