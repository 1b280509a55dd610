package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is between fields, around them and above them is found out, said, and asked for where there is a doubt. */
class TextFormsTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
        id,name\\n1,a;b\\n2,c\\n             ^ `,` between fields ^ id name
        id;preis\\n1;1,50\\n2;2,5\\n          ^ `;` between fields ^ id preis
        id\\tn\\n1\\t2\\n                      ^ tabs between fields ^ id n
        id|n\\n1|2\\n                         ^ `|` between fields  ^ id n
        sep=;\\r\\nid;n\\r\\n1;2\\r\\n         ^ `;` between fields  ^ id n
        id,n\\r1,2\\r                         ^ `,` between fields  ^ id n
        Report\\nof 2024\\n\\nid,n\\n1,2\\n   ^ 3 lines in front of the table ^ id n
        # by x\\nid,n\\n1,2\\n# end\\n        ^ 2 comments passed over ^ id n
        #id,n\\n1,2\\n                        ^ header              ^ #id n
        id,n\\n\\n1,2\\n\\n                   ^ 2 empty lines passed over ^ id n
        id,n\\n1,"a ""b"", c"\\n              ^ header              ^ id n
        id,n\\n1,"a \\\\"b\\\\", c"\\n            ^ header              ^ id n
        1,2\\n3,4\\n                          ^ no header           ^ column0 column1
        ,a\\n0,x\\n                           ^ header              ^ column0 a
        """)
    void areFoundOut(String text, String trait, String names) {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", text.translateEscapes());

        assertThat(added.traits()).contains(trait);
        assertThat(added.columns())
                .extracting(column -> column.substring(0, column.lastIndexOf(' ')))
                .containsExactly(names.split(" "));
    }

    @Test
    void withBackslashesInFrontOfQuotesAreFoundOutAnywhere() {
        String text = "id,n\n" + "1,x\n".repeat(400_000) + "2,\"a \\\"b\\\", c\"\n";

        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", text);

        assertThat(added.rows()).hasSize(400_001).endsWith(List.of("2", "a \"b\", c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
        1;1,50\\n2;2,75\\n              ^ `,` or `;`  ^ --delimiter
        country,2019,2020\\nDE,1,2\\n   ^ header      ^ --no-header
        ,0,1\\n0,5,6\\n                 ^ header      ^ --no-header
        """)
    void areAskedForIfThereIsADoubt(String text, String message, String hint) {
        assertThatThrownBy(() -> Added.ofText(files, ReadOptions.NONE, "a.csv", text.translateEscapes()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((FailureException) e).hint()).contains(hint));
    }

    @Test
    void areTakenAsTheyAreSaid() {
        var options = new Saying()
                .delimiter("::")
                .quote("'")
                .header(false)
                .skip(1)
                .nulls("-")
                .options();

        Added added = Added.ofText(files, options, "a.anything", "junk\n1::'a::b'::-\n2::'it''s'::x\n");

        assertThat(added.rows()).containsExactly(Arrays.asList("1", "a::b", null), Arrays.asList("2", "it's", "x"));
    }

    @Test
    void mayHaveNoQuotes() {
        Added added = Added.ofText(files, new Saying().quote("").options(), "a.csv", "id,n\n1,\"x\n2,y\"\n");

        assertThat(added.column(1)).containsExactly("\"x", "y\"");
    }

    @Test
    void leaveAllTextIfThatIsSaid() {
        Added added = Added.ofText(files, new Saying().allText().options(), "a.csv", "a,b\n01/02/2024,1\n,2.50\n");

        assertThat(added.columns()).containsExactly("a VARCHAR", "b VARCHAR");
        assertThat(added.rows()).containsExactly(List.of("01/02/2024", "1"), Arrays.asList(null, "2.50"));
    }

    @Test
    void giveColumnsDifferentNames() {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "id,ID,id, x ,\n1,2,3,4,5\n");

        assertThat(added.columns())
                .extracting(column -> column.replaceFirst(" .*", ""))
                .containsExactly("id", "ID_1", "id_2", "x", "column4");
    }

    @Test
    void mayHaveVeryLongCells() {
        String cell = "x".repeat(5_000_000);

        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "id,t\n1," + cell + "\n2,\"" + cell + "\ny\"\n");

        assertThat(added.column(1)).containsExactly(cell, cell + "\ny");
    }
}
