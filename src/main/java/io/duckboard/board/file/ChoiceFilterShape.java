package io.duckboard.board.file;

import io.duckboard.board.Filter;
import io.duckboard.board.FilterReading;
import io.duckboard.board.FilterValue;
import io.duckboard.board.OneFilter;
import io.duckboard.board.Options;
import io.duckboard.board.SeveralFilter;
import io.duckboard.board.SqlText;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Listed;
import io.duckboard.board.yaml.Members;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.ShortOrLong;
import io.duckboard.board.yaml.ValueType;
import io.duckboard.board.yaml.Word;
import io.duckboard.board.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a file describes a filter whose value is one, or are several, of a list or of a query's rows. */
final class ChoiceFilterShape {

    private static final int MOST = 1000;

    private static final Key<Scalar> VALUE = Key.required("value", Scalar.TYPE, "The value itself.");
    private static final Key<String> VALUE_LABEL = Key.optional("label", Types.LINE, "What people read.");

    private static final Key<List<Listing>> VALUES = Key.optional(
            "values",
            new Listed<>(
                    new ShortOrLong<>(
                            new Brief(),
                            Shape.of(
                                    "a value",
                                    List.of(VALUE, VALUE_LABEL),
                                    members -> new Listing(members.need(VALUE), members.get(VALUE_LABEL)))),
                    MOST,
                    Listed.Single.REFUSED),
            "The values, each by itself or as {value: 1, label: One}.");
    private static final Key<Options.ValueKind> OF = Key.optional(
            "of",
            new Word<>(
                    Types.words(words -> {
                        words.put("text", Options.ValueKind.TEXT);
                        words.put("number", Options.ValueKind.NUMBER);
                    }),
                    "of"),
            "What the query's values are: text, unless it says number.");
    private static final Key<Scalar> ONE =
            Key.optional("default", Scalar.TYPE, "The value at first; unset, if left out.");
    private static final Key<List<Scalar>> SEVERAL = Key.optional(
            "default",
            new Listed<>(Scalar.TYPE, MOST, Listed.Single.ALLOWED),
            "The values at first; unset, if left out.");

    private final Key<String> name;
    private final Key<String> label;
    private final Key<SqlText> sql;

    ChoiceFilterShape(Key<String> name, Key<String> label, SqlFiles files) {
        this.name = name;
        this.label = label;
        this.sql = Key.optional(
                "sql",
                new SqlValue(files),
                "A SELECT, or the name of a .sql file, whose rows have the value first and may have a label second.");
    }

    private record Listing(Scalar value, Optional<String> label) {}

    /** A value that is its own label. */
    private record Brief() implements ValueType<Listing> {
        @Override
        public Optional<Listing> read(YamlValue value, Problems problems) {
            return Scalar.TYPE.read(value, problems).map(scalar -> new Listing(scalar, Optional.empty()));
        }

        @Override
        public Map<String, Object> schema() {
            return Scalar.TYPE.schema();
        }
    }

    Shape<Filter> one() {
        return new Shape<>(
                "a filter of one value", FilterShape.keys(name, label, List.of(VALUES, sql, OF, ONE)), this::one);
    }

    Shape<Filter> several() {
        return new Shape<>(
                "a filter of several values",
                FilterShape.keys(name, label, List.of(VALUES, sql, OF, SEVERAL)),
                this::several);
    }

    private Optional<Filter> one(Members members, Problems problems) {
        return options(members, problems).flatMap(options -> {
            List<Scalar> preset = members.get(ONE).stream().toList();
            return values(options, preset, problems)
                    .map(values -> new OneFilter(
                            members.need(name),
                            label(members),
                            options,
                            values.isEmpty() ? new FilterValue.Unset() : values.getFirst()));
        });
    }

    private Optional<Filter> several(Members members, Problems problems) {
        return options(members, problems)
                .flatMap(options -> values(options, members.get(SEVERAL).orElse(List.of()), problems)
                        .map(values -> new SeveralFilter(
                                members.need(name),
                                label(members),
                                options,
                                values.isEmpty() ? new FilterValue.Unset() : new FilterValue.OfSeveral(values))));
    }

    private String label(Members members) {
        return members.get(label).orElseGet(() -> FilterShape.labelOf(members.need(name)));
    }

    /** The default's values; empty, with an error, if one of them cannot be chosen. */
    private static Optional<List<FilterValue>> values(Options options, List<Scalar> preset, Problems problems) {
        var values = new ArrayList<FilterValue>();
        for (Scalar scalar : preset) {
            switch (options.read(scalar.text())) {
                case FilterReading.Read(FilterValue value) -> values.add(value);
                case FilterReading.Refused(String message) ->
                    problems.error(scalar.spot(), "The default cannot be chosen: " + message, "");
            }
        }
        return values.size() == preset.size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<Options> options(Members members, Problems problems) {
        Optional<List<Listing>> listed = members.get(VALUES);
        Optional<SqlText> asked = members.get(sql);
        if (listed.isPresent() == asked.isPresent()) {
            problems.error(
                    members.spot(),
                    listed.isPresent() ? "This filter has “values” and “sql”." : "This filter needs “values” or “sql”.",
                    listed.isPresent() ? "Leave out one of them." : "Write values: [a, b], or a SELECT of them.");
            return Optional.empty();
        }
        if (asked.isPresent()) {
            return Optional.of(new Options.Asked(members.get(OF).orElse(Options.ValueKind.TEXT), asked.get()));
        }
        return listed(members, listed.get(), problems);
    }

    private static Optional<Options> listed(Members members, List<Listing> listings, Problems problems) {
        if (listings.isEmpty()) {
            problems.error(members.spot(VALUES), "There are no values.", "Write values: [a, b].");
            return Optional.empty();
        }
        Options.ValueKind kind = members.get(OF)
                .orElseGet(() ->
                        listings.stream().allMatch(listing -> listing.value().isNumber())
                                ? Options.ValueKind.NUMBER
                                : Options.ValueKind.TEXT);
        var options = new LinkedHashMap<FilterValue, Options.Option>();
        for (Listing listing : listings) {
            Scalar scalar = listing.value();
            Optional<FilterValue> value = kind.read(scalar.text());
            if (value.isEmpty()) {
                problems.error(
                        scalar.spot(), Problems.quoted(scalar.text()) + " is not a number.", "Or write of: text.");
            } else if (options.put(
                            value.get(),
                            new Options.Option(value.get(), listing.label().orElse(scalar.text())))
                    != null) {
                problems.error(scalar.spot(), Problems.quoted(scalar.text()) + " is there twice.", "Keep one of them.");
            }
        }
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new Options.Listed(kind, List.copyOf(options.values())));
    }
}
