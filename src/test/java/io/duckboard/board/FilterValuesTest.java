package io.duckboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.file.DashboardTextSample;
import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen can be sent as an address, and what an address says is read by the filters' types or told. */
class FilterValuesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static final Dashboard DASHBOARD = DashboardTextSample.read("""
            title: Filters
            filters:
              - {name: count, kind: number, min: 1, max: 200, step: 1, default: 5}
              - {name: fare, kind: number, min: 0.5, step: 0.25}
              - {name: q, label: Search, kind: text}
              - {name: day, kind: date, min: 2019-04-01, default: 2019-04-02}
              - {name: days, kind: date range, default: {from: today - 7 days}}
              - {name: country, kind: one, values: [DE, FR, {value: IT, label: Italy}]}
              - {name: zones, kind: several, values: [1, 2, 3], default: [2]}
              - {name: names, kind: several, sql: SELECT name FROM people}
              - {name: paid, kind: boolean}
            tiles:
              - {show: text, text: none}
            """);

    @Test
    void beginsWithTheDefaults() {
        FilterValues values = FilterValues.initial(DASHBOARD, TODAY);

        assertThat(texts(values, "count")).containsExactly("5");
        assertThat(texts(values, "days")).containsExactly("2026-11-23..");
        assertThat(texts(values, "zones")).containsExactly("2");
        assertThat(texts(values, "country")).isEmpty();
        assertThat(values.address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count   | 12
            fare    | 0.75
            q       | a b&c=“d”
            day     | 2019-04-03
            days    | 2019-04-01..2019-04-15
            days    | ..2019-04-15
            country | IT
            zones   | 3,1
            names   | it's,none
            paid    | false
            """)
    void readsWhatItWrote(String name, String texts) {
        List<String> values = List.of(texts.split(","));
        FilterValues.Addressed read = FilterValues.of(DASHBOARD, Map.of(name, values), TODAY);

        assertThat(read.objections()).isEmpty();
        assertThat(read.values().address()).containsExactly(Map.entry(name, values));
        assertThat(FilterValues.of(DASHBOARD, read.values().address(), TODAY).values())
                .isEqualTo(read.values());
    }

    @Test
    void remembersThatAFilterWithADefaultIsUnset() {
        FilterValues.Addressed read = FilterValues.of(DASHBOARD, Map.of("count", List.of("")), TODAY);

        assertThat(read.values().value(filter("count"))).isEqualTo(new FilterValue.Unset());
        assertThat(read.values().address()).containsExactly(Map.entry("count", List.of("")));
    }

    @Test
    void leavesOutOfAnAddressWhatIsTheDefault() {
        assertThat(FilterValues.of(DASHBOARD, Map.of("count", List.of("5.0"), "paid", List.of("")), TODAY)
                        .values()
                        .address())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count   | many       | Count: “many” is not a number. Type a whole number between 1 and 200.
            count   | 1e9        | Count: “1e9” is not a number. Type a whole number between 1 and 200.
            count   | 300        | Count: 300 is not between 1 and 200.
            count   | 2.5        | Count: 2.5 is not a whole number. Type a whole number between 1 and 200.
            fare    | 0.6        | Fare: 0.6 is not a step of 0.25 from 0.5.
            fare    | -1         | Fare: -1 is not at least 0.5.
            day     | 2019-02-30 | Day: “2019-02-30” is not a date. Type a date such as 2019-04-01.
            day     | 2019-03-01 | Day: 2019-03-01 is before 2019-04-01, the first day.
            days    | ..         | Days: “..” is no range of dates. Write it as 2019-04-01..2019-04-30; one of the two may be left out.
            days    | 2019-04-02..2019-04-01 | Days: 2019-04-02 is after 2019-04-01. Begin with the earlier day.
            country | ES         | Country: “ES” is none of the values. They are DE, FR, IT.
            zones   | x          | Zones: “x” is not a number.
            paid    | yes        | Paid: “yes” is neither true nor false.
            counts  | 7          | This dashboard has no filter “counts”. Did you mean “count”?
            """)
    void tellsWhatIsNoValueAndKeepsTheDefault(String name, String text, String objection) {
        FilterValues.Addressed read = FilterValues.of(DASHBOARD, Map.of(name, List.of(text)), TODAY);

        assertThat(read.objections()).containsExactly(objection);
        assertThat(read.values()).isEqualTo(FilterValues.initial(DASHBOARD, TODAY));
    }

    /** As a click on a day in a picture gives it. */
    @Test
    void takesOneDayForARange() {
        assertThat(FilterValues.of(DASHBOARD, Map.of("days", List.of("2019-04-02")), TODAY)
                        .values()
                        .address())
                .containsExactly(Map.entry("days", List.of("2019-04-02..2019-04-02")));
    }

    @Test
    void takesOneValueWhereThereIsOne() {
        assertThat(FilterValues.of(DASHBOARD, Map.of("country", List.of("DE", "FR")), TODAY)
                        .objections())
                .containsExactly("Country: “Country” takes one value, not 2.");
    }

    @Test
    void cutsLongTextsAndShowsControlCharactersInWhatItTells() {
        String objection = FilterValues.of(DASHBOARD, Map.of("day", List.of("\u001b[2J" + "x".repeat(5000))), TODAY)
                .objections()
                .getFirst();

        assertThat(objection).hasSizeLessThan(120).doesNotContain("\u001b");
    }

    @Test
    void bindsWhatTheSqlUsesAndNothingElse() {
        FilterValues values = FilterValues.of(
                        DASHBOARD,
                        Map.of(
                                "fare", List.of("0.75"),
                                "days", List.of("2019-04-01..2019-04-30"),
                                "zones", List.of("1", "3"),
                                "names", List.of("it's")),
                        TODAY)
                .values();

        assertThat(values.bound(sql("SELECT $COUNT, $fare, $days_before, $zones, $names, $country, $paid, '$q'")))
                .containsOnly(
                        Map.entry("count", new Parameter(Parameter.Type.BIGINT, "5")),
                        Map.entry("fare", new Parameter(Parameter.Type.DECIMAL, "0.75")),
                        Map.entry("days_before", new Parameter(Parameter.Type.DATE, "2019-05-01")),
                        Map.entry("zones", new Parameter(Parameter.Type.BIGINT_LIST, "[1,3]")),
                        Map.entry("names", new Parameter(Parameter.Type.VARCHAR_LIST, "[\"it's\"]")),
                        Map.entry("country", new Parameter(Parameter.Type.VARCHAR, null)),
                        Map.entry("paid", new Parameter(Parameter.Type.BOOLEAN, null)));
    }

    /** Whatever stands in an address, it is read or told, and what was read is written so that it is read again. */
    @Test
    void readsAnyAddressOrSaysWhyNot() {
        var random = new Random(22);
        for (int i = 0; i < 1000; i++) {
            Filter filter =
                    DASHBOARD.filters().get(random.nextInt(DASHBOARD.filters().size()));
            List<String> texts = texts(random);
            FilterValues.Addressed read = FilterValues.of(DASHBOARD, Map.of(filter.name(), texts), TODAY);

            assertThat(FilterValues.of(DASHBOARD, read.values().address(), TODAY))
                    .as("%s=%s", filter.name(), texts)
                    .isEqualTo(new FilterValues.Addressed(read.values(), List.of()));
            assertThat(read.values().bound(sql("SELECT $" + String.join(", $", filter.parameters()))))
                    .containsOnlyKeys(filter.parameters());
        }
    }

    private static List<String> texts(Random random) {
        List<String> parts = List.of(
                "",
                "1",
                "2",
                "3",
                "5",
                "0.5",
                "-",
                "2019-04-0",
                "..",
                "today",
                "true",
                "DE",
                "é",
                "\u0000",
                "9".repeat(38),
                "'",
                " ",
                "e9");
        return random.ints(random.nextInt(1, 3), 0, Integer.MAX_VALUE)
                .mapToObj(seed -> new Random(seed)
                        .ints(seed % 3 + 1, 0, parts.size())
                        .mapToObj(parts::get)
                        .collect(Collectors.joining()))
                .toList();
    }

    private static Filter filter(String name) {
        return DASHBOARD.filter(name).orElseThrow();
    }

    private static List<String> texts(FilterValues values, String name) {
        return values.value(filter(name)).texts();
    }

    private static SqlText sql(String text) {
        return new SqlText(text, Spot.startOf("x.sql"), SqlText.Writing.AS_IT_IS);
    }
}
