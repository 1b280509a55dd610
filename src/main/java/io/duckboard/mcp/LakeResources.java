package io.duckboard.mcp;

import io.duckboard.security.Place;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an agent can read without a tool: the tables, the models, and which of them reads which. */
final class LakeResources {

    private static final String TABLES = "duckboard://tables";
    private static final String MODELS = "duckboard://models";
    private static final String LINEAGE = "duckboard://lineage";
    private static final String JSON = "application/json";

    private final LakeTool list;
    private final LakeTool describe;
    private final ModelNotes models;

    LakeResources(LakeTool list, LakeTool describe, ModelNotes models) {
        this.list = list;
        this.describe = describe;
        this.models = models;
    }

    List<SyncResourceSpecification> lists() {
        return List.of(
                list(TABLES, "tables", "The lake's tables.", () -> list.call(new ToolArguments(Map.of()))),
                list(MODELS, "models", "The models that tables are built by, with their SQL.", models::models),
                list(LINEAGE, "lineage", "Which model reads which tables and models.", models::lineage));
    }

    List<SyncResourceTemplateSpecification> templates() {
        return List.of(
                template(
                        TABLES,
                        "table",
                        "A table's columns, with types and examples.",
                        name -> describe.call(new ToolArguments(Map.of("table", name)))),
                template(MODELS, "model", "A model and its SQL.", models::model));
    }

    private static SyncResourceSpecification list(
            String uri, String name, String description, LakeServer.Work<Map<String, @Nullable Object>> work) {
        return new SyncResourceSpecification(
                Resource.builder(uri, name)
                        .description(description)
                        .mimeType(JSON)
                        .build(),
                (context, request) -> read(context, request, work));
    }

    private static SyncResourceTemplateSpecification template(
            String uri, String name, String description, Function<String, Map<String, @Nullable Object>> reading) {
        return new SyncResourceTemplateSpecification(
                ResourceTemplate.builder(uri + "/{name}", name)
                        .description(description)
                        .mimeType(JSON)
                        .build(),
                (context, request) -> read(context, request, () -> reading.apply(last(request.uri(), uri))));
    }

    private static String last(String uri, String before) {
        return URLDecoder.decode(uri.substring(before.length() + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ReadResourceResult read(
            McpTransportContext context,
            ReadResourceRequest request,
            LakeServer.Work<Map<String, @Nullable Object>> work) {
        try {
            var contents = new LinkedHashMap<String, @Nullable Object>();
            contents.put("notice", RowText.NOTICE);
            contents.putAll(LakeServer.as(context, Place.SQL, work));
            return ReadResourceResult.builder(List.of(TextResourceContents.builder(request.uri(), ToolJson.of(contents))
                            .mimeType(JSON)
                            .build()))
                    .build();
        } catch (ToolException e) {
            throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
                    .message(String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
