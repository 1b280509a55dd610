package io.duckboard.sqlpage.parameter.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.client.Vocabulary;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.sqlpage.parameter.ParameterEntry;
import io.duckboard.sqlpage.parameter.ParameterKind;
import io.duckboard.sqlpage.parameter.SqlParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each parameter has a field, which keeps what is typed and says what is wrong with it. */
@ViewPackages(classes = ParameterFieldsTest.class)
class ParameterFieldsTest extends BrowserlessTest {

    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void becomeValuesOfTheirTypes() {
        ParameterFields fields = show("SELECT * FROM t WHERE day >= $from AND zone = $zone");

        test(find(DatePicker.class).single()).setValue(LocalDate.of(2019, 4, 1));
        test(find(TextField.class).single()).setValue("1'; DROP");

        assertThat(fields.values(SqlParameters.of("SELECT $zone, $from")))
                .contains(Map.of(
                        "from", new Parameter(Parameter.Type.DATE, "2019-04-01"),
                        "zone", new Parameter(Parameter.Type.VARCHAR, "1'; DROP")));
        assertThat(changes).hasValue(2);
    }

    @Test
    void sayThatAValueIsMissingUnlessItIsNull() {
        ParameterFields fields = show("SELECT $zone");

        assertThat(fields.values(SqlParameters.of("SELECT $zone"))).isEmpty();
        TextField field = find(TextField.class).single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("Give $zone a value.");

        test(find(Checkbox.class).single()).click();

        assertThat(find(TextField.class).single().isInvalid()).isFalse();
        assertThat(fields.values(SqlParameters.of("SELECT $zone")))
                .contains(Map.of("zone", new Parameter(Parameter.Type.VARCHAR, null)));
    }

    @Test
    void keepWhatIsTypedWhileTheStatementAndTheTypeChange() {
        ParameterFields fields = show("SELECT $zone");
        test(find(TextField.class).single()).setValue("Astoria");

        fields.show(SqlParameters.NONE);
        assertThat(find(TextField.class).exists()).isFalse();
        fields.show(SqlParameters.of("SELECT $zone, $other"));

        assertThat(find(TextField.class).withCaption("$zone").single().getValue())
                .isEqualTo("Astoria");

        Select<ParameterKind> kind = kind("$zone");
        kind.setValue(ParameterKind.NUMBER);
        assertThat(find(TextField.class).withCaption("$zone").single().getErrorMessage())
                .startsWith("“Astoria” is not a number");
        kind.setValue(ParameterKind.TEXT);
        assertThat(find(TextField.class).withCaption("$zone").single().isInvalid())
                .isFalse();
    }

    @Test
    void leaveAFieldAloneWhileOthersComeAndGo() {
        ParameterFields fields = show("SELECT $b");
        var detached = new AtomicInteger();
        find(TextField.class).single().addDetachListener(_ -> detached.incrementAndGet());

        fields.show(SqlParameters.of("SELECT $a, $b, $c"));
        assertThat(find(TextField.class).all().stream().map(TextField::getLabel))
                .containsExactly("$a", "$b", "$c");
        fields.show(SqlParameters.of("SELECT $b, $c"));

        assertThat(find(TextField.class).all().stream().map(TextField::getLabel))
                .containsExactly("$b", "$c");
        assertThat(detached).hasValue(0);
    }

    @Test
    void areRestoredAsTheyWere() {
        var kept = List.of(
                new ParameterEntry("a", ParameterKind.DATE, Optional.of("someday")),
                new ParameterEntry("b", ParameterKind.NUMBER, Optional.empty()),
                new ParameterEntry("c", ParameterKind.BOOLEAN, Optional.of("true")));
        ParameterFields fields = show("SELECT $a, $b, $c");

        fields.restore(kept);

        assertThat(fields.entries()).isEqualTo(kept);
        assertThat(find(DatePicker.class).single().getErrorMessage()).startsWith("“someday” is not a date");
    }

    @Test
    void takeTextsFromAnAddressAndGuessTheirTypes() {
        var fields = new ParameterFields(changes::incrementAndGet);
        UI.getCurrent().add(fields);
        fields.set("FROM", "2019-04-01");

        fields.show(SqlParameters.of("SELECT $from"));

        assertThat(fields.values(SqlParameters.of("SELECT $from")))
                .contains(Map.of("from", new Parameter(Parameter.Type.DATE, "2019-04-01")));
    }

    @Test
    void guessAnewOnceTheColumnsAreKnownAndNothingIsTyped() {
        ParameterFields fields = show("SELECT * FROM t WHERE zone = $from");

        fields.learn(new Vocabulary(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Vocabulary.Table("t", List.of(new Vocabulary.Column("zone", "VARCHAR"))))));

        assertThat(find(DatePicker.class).exists()).isFalse();
        assertThat(find(TextField.class).withCaption("$from").exists()).isTrue();
    }

    @Test
    void sayThatNumbersAreNoNames() {
        ParameterFields fields = show("SELECT $1");

        assertThat(find(Paragraph.class).single().getText())
                .isEqualTo("$1 needs a name, such as $from: values are given by name.");
        assertThat(fields.values(SqlParameters.of("SELECT $1"))).isEmpty();
    }

    @Test
    void areNotThereForAStatementWithoutParameters() {
        ParameterFields fields = show("SELECT 1");

        assertThat(fields.isVisible()).isFalse();
        assertThat(fields.values(SqlParameters.NONE)).contains(Map.of());
    }

    @SuppressWarnings("unchecked")
    private Select<ParameterKind> kind(String parameter) {
        return find(Select.class).all().stream()
                .filter(select -> select.getAriaLabel().equals(Optional.of("Type of " + parameter)))
                .findFirst()
                .orElseThrow();
    }

    private ParameterFields show(String sql) {
        var fields = new ParameterFields(changes::incrementAndGet);
        fields.show(SqlParameters.of(sql));
        UI.getCurrent().add(fields);
        return fields;
    }
}
