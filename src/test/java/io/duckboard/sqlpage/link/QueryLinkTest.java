package io.duckboard.sqlpage.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Parameter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shared query arrives as it was sent. */
class QueryLinkTest {

    @Test
    void writesTheQueryAndItsParameters() {
        var link = QueryLink.of(
                "SELECT $from, $zone",
                Map.of(
                        "zone", new Parameter(Parameter.Type.VARCHAR, "JFK & more"),
                        "from", new Parameter(Parameter.Type.DATE, "2019-04-01")));

        assertThat(link.address())
                .contains("sql?q=SELECT%20%24from%2C%20%24zone&p.from:DATE=2019-04-01&p.zone=JFK%20%26%20more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 + 1 -- 100 %",
                "SELECT '&p.a=1' AS \"<b>\" WHERE x > $p;\n\tSELECT 'ü 🦆 +'",
                "#?/\\\u202e%41",
            })
    void arrivesAsItWasSent(String sql) {
        var sent = QueryLink.of(sql, Map.of("a", new Parameter(Parameter.Type.BIGINT, "1")));

        assertThat(QueryLink.read(query(sent.address().orElseThrow()))).contains(sent);
    }

    @Test
    void knowsNoTypeWhereNoneIsNamed() {
        assertThat(QueryLink.read(Map.of("q", List.of("SELECT $a, $b"), "p.a", List.of("1"), "p.b:NONE", List.of("2")))
                        .orElseThrow()
                        .parameters())
                .containsExactly(
                        new LinkedParameter("a", Optional.empty(), "1"),
                        new LinkedParameter("b", Optional.empty(), "2"));
    }

    @Test
    void passesOverWhatIsNoParameter() {
        assertThat(QueryLink.read(
                                Map.of("q", List.of(""), "p.", List.of("1"), "p.a b", List.of("2"), "x", List.of("3")))
                        .orElseThrow()
                        .parameters())
                .isEmpty();
    }

    @Test
    void isNoneWithoutAQuery() {
        assertThat(QueryLink.read(Map.of("p.a", List.of("1")))).isEmpty();
    }

    @Test
    void leavesOutWhatIsNull() {
        assertThat(QueryLink.of("SELECT $a", Map.of("a", new Parameter(Parameter.Type.DATE, null)))
                        .parameters())
                .isEmpty();
    }

    @Test
    void hasNoAddressWhereNoServerWouldTakeIt() {
        assertThat(QueryLink.of("x".repeat(40_000), Map.of()).address()).isEmpty();
    }

    private static Map<String, List<String>> query(String address) {
        var query = new LinkedHashMap<String, List<String>>();
        Arrays.stream(URI.create(address).getRawQuery().split("&")).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), List.of(decoded(parts[1])));
        });
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
