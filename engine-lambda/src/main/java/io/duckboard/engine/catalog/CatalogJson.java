package io.duckboard.engine.catalog;

import io.duckboard.engine.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Reads and writes the catalog of a lake as catalog.json. */
public final class CatalogJson {

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    /** The first format whose tables were made from the columns of all their files. */
    private static final int VARIANTS = 3;

    private CatalogJson() {}

    public static byte[] write(Catalog catalog) {
        var members = new LinkedHashMap<String, Object>();
        members.put("version", catalog.format());
        members.put(
                "tables", catalog.tables().stream().map(CatalogJson::members).toList());
        if (!catalog.views().isEmpty()) {
            members.put(
                    "views", catalog.views().stream().map(CatalogJson::members).toList());
        }
        if (!catalog.retired().isEmpty()) {
            members.put(
                    "retired",
                    catalog.retired().stream().map(CatalogJson::members).toList());
        }
        if (!catalog.leftOut().isEmpty()) {
            members.put(
                    "leftOut",
                    catalog.leftOut().stream().map(CatalogJson::members).toList());
        }
        return PRETTY.asBytes(members);
    }

    /**
     * @throws NewerFormatException if a newer Duckboard has published it
     * @throws IllegalArgumentException with a sentence that says what is wrong with the catalog
     */
    public static Catalog read(byte[] json) {
        try {
            JsonObject catalog = JsonObject.of(JSON.std.anyFrom(json));
            int format = catalog.number("version").intValue();
            if (format > Catalog.FORMAT) {
                throw new NewerFormatException(format);
            }
            if (format < Catalog.OLDEST_FORMAT) {
                throw new IllegalArgumentException("it has version " + format + ", expected " + Catalog.FORMAT);
            }
            return new Catalog(
                    catalog.objects("tables")
                            .map(CatalogJson::table)
                            .map(table -> format < VARIANTS ? table.withUnknownVersions() : table)
                            .toList(),
                    catalog.has("views")
                            ? catalog.objects("views").map(CatalogJson::view).toList()
                            : List.of(),
                    catalog.has("retired")
                            ? catalog.objects("retired")
                                    .map(CatalogJson::retired)
                                    .toList()
                            : List.of(),
                    catalog.has("leftOut")
                            ? catalog.objects("leftOut")
                                    .map(CatalogJson::leftOut)
                                    .toList()
                            : List.of(),
                    format);
        } catch (NewerFormatException e) {
            throw e;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("catalog.json is no JSON", e);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException("catalog.json is damaged: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> members(Catalog.Table table) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", table.name());
        members.put("kind", table.kind().name().toLowerCase(Locale.ROOT));
        members.put("files", table.files().stream().map(CatalogJson::members).toList());
        members.put("partitionColumns", table.partitionColumns());
        members.put(
                "columns", table.columns().stream().map(CatalogJson::members).toList());
        members.put("rows", table.rows());
        members.put("bytes", table.bytes());
        members.put("builtAt", table.builtAt().toString());
        members.put("builtFrom", table.builtFrom());
        table.copy().ifPresent(path -> members.put("copy", path));
        if (!table.variants().isEmpty()) {
            members.put(
                    "variants",
                    table.variants().stream().map(CatalogJson::members).toList());
        }
        if (!table.notes().isEmpty()) {
            members.put("notes", table.notes());
        }
        return members;
    }

    private static Map<String, Object> members(Catalog.View view) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", view.name());
        members.put("sql", view.sql());
        members.put("columns", view.columns().stream().map(CatalogJson::members).toList());
        members.put("builtAt", view.builtAt().toString());
        members.put("builtFrom", view.builtFrom());
        return members;
    }

    private static Map<String, Object> members(Catalog.Variant variant) {
        var members = new LinkedHashMap<String, Object>();
        members.put(
                "columns", variant.columns().stream().map(CatalogJson::members).toList());
        members.put("files", variant.files());
        return members;
    }

    public static Map<String, Object> members(Catalog.LeftOut leftOut) {
        var members = new LinkedHashMap<String, Object>();
        members.put("path", leftOut.path());
        members.put("reason", leftOut.reason());
        members.put("todo", leftOut.todo());
        return members;
    }

    private static Map<String, Object> members(Catalog.Retired retired) {
        Map<String, Object> members = members(retired.file());
        members.put("retiredAt", retired.at().toString());
        return members;
    }

    public static Map<String, Object> members(Catalog.File file) {
        var members = new LinkedHashMap<String, Object>();
        members.put("path", file.path());
        members.put("bytes", file.bytes());
        members.put("version", file.version());
        if (file.place() != Catalog.Place.LAKE) {
            members.put("place", file.place().name().toLowerCase(Locale.ROOT));
        }
        if (file.writer() == Catalog.Writer.DUCKBOARD) {
            members.put("writer", file.writer().name().toLowerCase(Locale.ROOT));
        }
        return members;
    }

    public static Map<String, Object> members(Catalog.Field field) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", field.name());
        members.put("type", field.type());
        members.put("description", field.description());
        return members;
    }

    private static Catalog.Table table(JsonObject members) {
        return new Catalog.Table(
                members.text("name"),
                Catalog.Kind.valueOf(members.text("kind").toUpperCase(Locale.ROOT)),
                members.objects("files").map(CatalogJson::file).toList(),
                members.texts("partitionColumns"),
                members.objects("columns").map(CatalogJson::field).toList(),
                members.number("rows").longValue(),
                Instant.parse(members.text("builtAt")),
                members.texts("builtFrom"),
                members.has("copy") ? Optional.of(members.text("copy")) : Optional.empty(),
                members.has("variants")
                        ? members.objects("variants").map(CatalogJson::variant).toList()
                        : List.of(),
                members.has("notes") ? members.texts("notes") : List.of());
    }

    private static Catalog.View view(JsonObject members) {
        return new Catalog.View(
                members.text("name"),
                members.text("sql"),
                members.objects("columns").map(CatalogJson::field).toList(),
                Instant.parse(members.text("builtAt")),
                members.texts("builtFrom"));
    }

    private static Catalog.Variant variant(JsonObject members) {
        return new Catalog.Variant(
                members.objects("columns").map(CatalogJson::field).toList(), members.integers("files"));
    }

    private static Catalog.LeftOut leftOut(JsonObject members) {
        return new Catalog.LeftOut(members.text("path"), members.text("reason"), members.text("todo"));
    }

    private static Catalog.Retired retired(JsonObject members) {
        return new Catalog.Retired(file(members), Instant.parse(members.text("retiredAt")));
    }

    public static Catalog.File file(JsonObject members) {
        String path = members.text("path");
        if (LakeLayout.isOfDuckboardAlone(path)) {
            throw new IllegalArgumentException("it names '" + path + "', which is private");
        }
        return new Catalog.File(
                path,
                members.number("bytes").longValue(),
                members.text("version"),
                members.has("place")
                        ? Catalog.Place.valueOf(members.text("place").toUpperCase(Locale.ROOT))
                        : Catalog.Place.LAKE,
                members.has("writer")
                        ? Catalog.Writer.valueOf(members.text("writer").toUpperCase(Locale.ROOT))
                        : Catalog.Writer.OTHERS);
    }

    public static Catalog.Field field(JsonObject members) {
        return new Catalog.Field(members.text("name"), members.text("type"), members.text("description"));
    }
}
