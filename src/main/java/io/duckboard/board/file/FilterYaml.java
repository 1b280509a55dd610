package io.duckboard.board.file;

import io.duckboard.board.BooleanFilter;
import io.duckboard.board.DateFilter;
import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.Day;
import io.duckboard.board.Days;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.NumberFilter;
import io.duckboard.board.OneFilter;
import io.duckboard.board.Options;
import io.duckboard.board.SeveralFilter;
import io.duckboard.board.TextFilter;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Writes filters. */
final class FilterYaml {

    private final YamlTree tree = new YamlTree();

    private FilterYaml(Filter filter, String kind) {
        tree.put("name", filter.name());
        if (!filter.label().equals(FilterShape.labelOf(filter.name()))) {
            tree.put("label", filter.label());
        }
        tree.put("kind", kind);
    }

    static Node of(Filter filter) {
        return switch (filter) {
            case NumberFilter number -> {
                YamlTree tree = new FilterYaml(filter, "number").tree;
                tree.putAny("min", number.min().map(YamlTree::number));
                tree.putAny("max", number.max().map(YamlTree::number));
                tree.putAny("step", number.step().map(YamlTree::number));
                tree.putAny("default", number.preset().map(YamlTree::number));
                yield tree.oneLine();
            }
            case TextFilter text ->
                new FilterYaml(filter, "text")
                        .tree
                        .putAny("default", text.preset().map(YamlTree::text))
                        .oneLine();
            case BooleanFilter truth ->
                new FilterYaml(filter, "boolean")
                        .tree
                        .putAny("default", truth.preset().map(YamlTree::truth))
                        .oneLine();
            case DateFilter date ->
                days(new FilterYaml(filter, "date").tree, date.days())
                        .putAny("default", date.preset().map(FilterYaml::day))
                        .oneLine();
            case DateRangeFilter range -> {
                YamlTree tree = days(new FilterYaml(filter, "date range").tree, range.days());
                if (range.from().isPresent() || range.to().isPresent()) {
                    tree.put(
                            "default",
                            new YamlTree()
                                    .putAny("from", range.from().map(FilterYaml::day))
                                    .putAny("to", range.to().map(FilterYaml::day))
                                    .oneLine());
                }
                yield tree.oneLine();
            }
            case OneFilter one -> {
                YamlTree tree = new FilterYaml(filter, "one").tree;
                if (!(one.preset() instanceof FilterValue.Unset)) {
                    tree.put("default", value(one.preset()));
                }
                yield options(tree, one.options());
            }
            case SeveralFilter several -> {
                YamlTree tree = new FilterYaml(filter, "several").tree;
                if (several.preset() instanceof FilterValue.OfSeveral(List<FilterValue> values)) {
                    tree.put(
                            "default",
                            YamlTree.oneLine(
                                    values.stream().map(FilterYaml::value).toList()));
                }
                yield options(tree, several.options());
            }
        };
    }

    private static YamlTree days(YamlTree tree, Days days) {
        return tree.putAny("min", days.first().map(FilterYaml::day))
                .putAny("max", days.last().map(FilterYaml::day));
    }

    private static Node day(Day day) {
        return YamlTree.bare(
                switch (day) {
                    case Day.Fixed(var date) -> date.toString();
                    case Day.FromToday(int days) ->
                        days == 0 ? "today" : "today " + (days < 0 ? "- " : "+ ") + Math.abs(days) + " days";
                });
    }

    private static Node options(YamlTree tree, Options options) {
        return switch (options) {
            case Options.Asked(Options.ValueKind of, var sql) -> {
                if (of == Options.ValueKind.NUMBER) {
                    tree.put("of", "number");
                }
                yield tree.put("sql", YamlTree.block(sql.text())).lines();
            }
            case Options.Listed(var _, List<Options.Option> listed) ->
                tree.put(
                                "values",
                                YamlTree.oneLine(
                                        listed.stream().map(FilterYaml::option).toList()))
                        .lines();
        };
    }

    private static Node option(Options.Option option) {
        String text = option.value().texts().getFirst();
        return option.label().equals(text)
                ? value(option.value())
                : new YamlTree()
                        .put("value", value(option.value()))
                        .put("label", option.label())
                        .oneLine();
    }

    /** A text in quotes is a text, though it may look like a number. */
    private static Node value(FilterValue value) {
        return value instanceof FilterValue.OfNumber(var number)
                ? YamlTree.number(number)
                : YamlTree.text(Optional.of(value.texts())
                        .filter(texts -> !texts.isEmpty())
                        .map(List::getFirst)
                        .orElse(""));
    }
}
