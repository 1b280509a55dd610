package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * A value of a spreadsheet.
 *
 * @param text the value; of a date or a time as ISO 8601 writes it
 */
record SheetCell(Kind kind, String text) {

    enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        /** Digits with zeros in front, as of a postcode. */
        CODE,
        BOOLEAN,
        DATE,
        MOMENT,
        TIME,
        ERROR
    }

    private static final Pattern ERROR = Pattern.compile(
            "#(NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!)");
    private static final SheetCell NOTHING = new SheetCell(Kind.EMPTY, "");
    private static final Pattern ZEROS = Pattern.compile("0{2,}");
    private static final int DIGITS_OF_ANY_DOUBLE = 15;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /** The day after the last that Excel knows, 9999-12-31. */
    private static final BigDecimal END_OF_DAYS = BigDecimal.valueOf(2_958_466);

    private static final LocalDate FIRST_DAY_OF_1904 = LocalDate.of(1904, 1, 1);

    /** Excel has a 29th of February in 1900, as Lotus 1-2-3 had it: the days before it count from one day later. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private static final int DAY_THAT_NEVER_WAS = 60;

    private static final long NANOSECONDS_OF_A_DAY = 86_400_000_000_000L;
    private static final long NANOSECONDS_OF_A_MILLISECOND = 1_000_000;

    /** @param of1904 whether days count from 1904 */
    static SheetCell of(Optional<Cell> read, boolean of1904) {
        if (read.isEmpty() || read.get().getType() == CellType.EMPTY) {
            return NOTHING;
        }
        Cell cell = read.get();
        Object value = cell.getValue();
        boolean error = cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA
                        && value instanceof String text
                        && ERROR.matcher(text).matches());
        if (error) {
            return new SheetCell(Kind.ERROR, String.valueOf(value));
        }
        return switch (value) {
            case null -> NOTHING;
            case BigDecimal number -> number(cell, number, of1904);
            case Boolean bool -> new SheetCell(Kind.BOOLEAN, bool.toString());
            case String text when text.isEmpty() -> NOTHING;
            default -> new SheetCell(Kind.TEXT, value.toString());
        };
    }

    private static SheetCell number(Cell cell, BigDecimal number, boolean of1904) {
        SheetFormat format = SheetFormat.of(cell.getDataFormatId(), cell.getDataFormatString());
        boolean day = number.signum() >= 0 && number.compareTo(END_OF_DAYS) < 0;
        if (!day || format == SheetFormat.NUMBER) {
            return code(cell, number).orElseGet(() -> number(shortest(number)));
        }
        LocalDateTime moment = moment(number, of1904);
        if (format == SheetFormat.TIME && number.compareTo(BigDecimal.ONE) < 0) {
            return new SheetCell(Kind.TIME, TIME.format(moment));
        }
        boolean date = format == SheetFormat.DATE && moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return date
                ? new SheetCell(Kind.DATE, moment.toLocalDate().toString())
                : new SheetCell(Kind.MOMENT, MOMENT.format(moment));
    }

    private static SheetCell number(BigDecimal number) {
        boolean plain = number.abs().compareTo(BigDecimal.TEN.pow(18)) < 0 && number.scale() < 20;
        return new SheetCell(Kind.NUMBER, plain ? number.toPlainString() : number.toString());
    }

    /** Excel writes 17 digits of a double, 1.1000000000000001, and shows 1.1. */
    private static BigDecimal shortest(BigDecimal number) {
        double value = number.doubleValue();
        boolean rounded = number.scale() != 0 && number.precision() > DIGITS_OF_ANY_DOUBLE && Double.isFinite(value);
        return rounded ? new BigDecimal(Double.toString(value)) : number;
    }

    /** A format of zeros alone shows that many digits at least, and the zeros in front are a part of the value. */
    private static Optional<SheetCell> code(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        boolean whole = number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
        if (format == null || !whole || !ZEROS.matcher(format).matches()) {
            return Optional.empty();
        }
        String digits = number.toBigInteger().toString();
        return Optional.of(new SheetCell(
                Kind.CODE, "0".repeat(Math.max(0, format.length() - digits.length())) + digits));
    }

    private static LocalDateTime moment(BigDecimal number, boolean of1904) {
        int day = number.intValue();
        if (day == DAY_THAT_NEVER_WAS && !of1904) {
            throw new FailureException(
                    "A cell has the 29th of February 1900, which never was.", "Give it another date.");
        }
        LocalDate first = of1904 ? FIRST_DAY_OF_1904 : day < DAY_THAT_NEVER_WAS ? DAY_0.plusDays(1) : DAY_0;
        long nanoseconds = number.subtract(BigDecimal.valueOf(day))
                .multiply(BigDecimal.valueOf(NANOSECONDS_OF_A_DAY))
                .longValue();
        long milliseconds = Math.round((double) nanoseconds / NANOSECONDS_OF_A_MILLISECOND);
        return first.plusDays(day).atStartOfDay().plus(milliseconds, ChronoUnit.MILLIS);
    }
}
