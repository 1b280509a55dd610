package io.duckboard.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.protocol.Parameter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

/** A parameter has a name and a value, and also a type if it is not a text. */
class NamedParameterTest {

    private final NamedParameter.Converter converter = new NamedParameter.Converter();

    @Test
    void isTextIfNothingElseIsSaid() {
        assertThat(converter.convert("zone=a=b:c"))
                .isEqualTo(new NamedParameter("zone", new Parameter(Parameter.Type.VARCHAR, "a=b:c")));
    }

    @Test
    void hasATypeInEitherCase() {
        assertThat(converter.convert("day:date=2019-04-01"))
                .isEqualTo(new NamedParameter("day", new Parameter(Parameter.Type.DATE, "2019-04-01")));
    }

    @Test
    void mayBeEmptyOrLong() {
        assertThat(converter.convert("zone=").value().value()).isEmpty();
        assertThat(converter.convert("zone=a\nb").value().value()).isEqualTo("a\nb");
    }

    @Test
    void saysWhatIsExpected() {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert("zone"))
                .withMessageContaining("NAME=VALUE");
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert("1zone=x"))
                .withMessageContaining("NAME=VALUE");
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert("n:INT=1"))
                .withMessageContaining("'INT'")
                .withMessageContaining("BIGINT");
    }
}
