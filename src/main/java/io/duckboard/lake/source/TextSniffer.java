package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what is between the fields of a text file. A delimiter is right if it cuts all lines into the same number
 * of fields. What is found is only what is tried on the whole file: there, a line that does not fit is an error.
 */
final class TextSniffer {

    private static final int SAMPLE = 1 << 20;
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    /** Excel writes and reads this line. */
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\r?\n.*", Pattern.DOTALL);

    private final SourceFile file;
    private final ReadOptions options;
    private final String sample;
    private final boolean whole;

    private TextSniffer(SourceFile file, ReadOptions options, String sample, boolean whole) {
        this.file = file;
        this.options = options;
        this.sample = sample;
        this.whole = whole;
    }

    /** @throws FailureException if the file can be read in several ways, or in none */
    static TextForm sniff(SourceFile file, TextEncoding encoding, ReadOptions options) throws IOException {
        try (Reader in = encoding.reader(file)) {
            char[] characters = new char[SAMPLE];
            int length = 0;
            int read = 0;
            while (length < SAMPLE && read >= 0) {
                length += read;
                read = in.read(characters, length, SAMPLE - length);
            }
            return new TextSniffer(file, options, new String(characters, 0, length), read < 0).form();
        }
    }

    /** The numbers of fields of the sample's records, if they are cut in one way. */
    private record Cut(Dialect dialect, List<Integer> widths, List<Long> lines, boolean comments, int problems) {

        int first() {
            return widths.getFirst();
        }

        boolean isEven() {
            return problems == 0 && first() > 1 && widths.stream().allMatch(width -> width == first());
        }

        /** How many records of one field are in front of those of the same, greater number of fields; 0 if none are. */
        int preamble() {
            int title = 0;
            while (title < widths.size() && widths.get(title) == 1) {
                title++;
            }
            List<Integer> table = widths.subList(title, widths.size());
            boolean even = table.size() > 1 && table.stream().allMatch(width -> width.equals(table.getFirst()));
            return problems == 0 && even ? title : 0;
        }

        long fitting() {
            return widths.stream().filter(width -> width == first()).count();
        }

        long cut() {
            return widths.stream().filter(width -> width > 1).count();
        }
    }

    private TextForm form() {
        Matcher separator = SEPARATOR.matcher(sample);
        boolean says = separator.matches() && options.skip() == 0;
        int skip = says ? 1 : options.skip();
        String given = options.delimiter().orElseGet(() -> says ? separator.group(1) : "");
        var cuts = new ArrayList<Cut>();
        for (String delimiter : given.isEmpty() ? DELIMITERS : List.of(given)) {
            dialects(delimiter).stream()
                    .map(dialect -> cut(dialect, skip))
                    .flatMap(Optional::stream)
                    .forEach(cuts::add);
        }
        if (cuts.isEmpty()) {
            return new TextForm(new Dialect(given, '"', '"', carriageReturns()), skip, 0, false, 1);
        }
        Cut best = given.isEmpty()
                ? best(cuts, skip)
                : cuts.stream().filter(Cut::isEven).findFirst().orElse(cuts.getFirst());
        boolean found = options.skip() == 0 && !best.isEven() && best.preamble() > 0;
        int preamble = found ? Math.toIntExact(best.lines().get(best.preamble()) - 1) : 0;
        int width = found ? best.widths().getLast() : best.first();
        return new TextForm(best.dialect(), skip + preamble, preamble, best.comments(), width);
    }

    private List<Dialect> dialects(String delimiter) {
        Dialect usual = new Dialect(delimiter, '"', '"', carriageReturns());
        return options.quote()
                .map(said -> said.isEmpty() ? Dialect.NONE : said.charAt(0))
                .map(said -> usual.withQuote(said))
                .map(said -> List.of(said, said.withBackslash()))
                .orElse(List.of(usual, usual.withBackslash(), usual.withQuote('\'')));
    }

    private boolean carriageReturns() {
        return sample.indexOf('\r') >= 0 && sample.indexOf('\n') < 0;
    }

    private Cut best(List<Cut> cuts, int skip) {
        List<Cut> even = cuts.stream().filter(Cut::isEven).toList();
        var delimiters = new LinkedHashSet<>(
                even.stream().map(cut -> cut.dialect().delimiter()).toList());
        String ending = file.name().toLowerCase(Locale.ROOT).matches(".*\\.(tsv|tab)(\\.\\w+)?") ? "\t" : "";
        if (delimiters.contains(ending)) {
            return even.stream()
                    .filter(cut -> cut.dialect().delimiter().equals(ending))
                    .findFirst()
                    .orElseThrow();
        }
        if (delimiters.size() > 1) {
            throw new FailureException(
                    "Each line of " + file.name() + " has fields between "
                            + String.join(
                                    " or ",
                                    delimiters.stream().map(Dialect::title).toList()) + ".",
                    "Say which it is with --delimiter.");
        }
        return even.stream()
                .findFirst()
                .or(() -> mostly(cuts))
                .or(() -> cuts.stream().filter(cut -> cut.preamble() > 0).findFirst())
                .or(() -> cuts.stream().filter(cut -> cut.first() > 1).max(Comparator.comparingLong(Cut::fitting)))
                .orElseGet(() -> single(cuts, skip));
    }

    /** A delimiter that cuts most lines like the first: one bad line must not make another sign the delimiter. */
    private static Optional<Cut> mostly(List<Cut> cuts) {
        return cuts.stream()
                .filter(cut ->
                        cut.first() > 1 && cut.fitting() * 2 > cut.widths().size())
                .max(Comparator.comparingLong(Cut::fitting));
    }

    /** One field a line, unless most lines say otherwise. */
    private Cut single(List<Cut> cuts, int skip) {
        for (Cut cut : cuts) {
            if (cut.cut() * 2 > cut.widths().size()) {
                return cut;
            }
        }
        Dialect dialect = cuts.getFirst().dialect();
        return cut(new Dialect("", dialect.quote(), dialect.escape(), dialect.carriageReturns()), skip)
                .orElseThrow();
    }

    private Optional<Cut> cut(Dialect dialect, int skip) {
        var reader = new StringReader(sample);
        var widths = new ArrayList<Integer>();
        var lines = new ArrayList<Long>();
        int problems = 0;
        boolean comments = false;
        boolean quoted = false;
        // Nothing speaks for apostrophes around fields where none is.
        boolean unusual = dialect.quote() == '\'' && options.quote().isEmpty();
        try {
            Lines.skip(reader, skip, dialect);
            var records = new Records(reader, dialect);
            while (records.next()) {
                boolean cutOff = !whole && records.isLast() && !widths.isEmpty();
                comments |= widths.isEmpty() && records.text().startsWith("#");
                boolean comment = comments
                        && records.text().startsWith("#")
                        && records.values().size() == 1;
                if (cutOff || records.isBlank() || comment) {
                    continue;
                }
                problems += records.problem().isEmpty() ? 0 : 1;
                widths.add(records.values().size());
                lines.add(records.line());
            }
            quoted = records.hadQuotes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return widths.isEmpty() || (unusual && !quoted)
                ? Optional.empty()
                : Optional.of(new Cut(dialect, widths, lines, comments, problems));
    }
}
