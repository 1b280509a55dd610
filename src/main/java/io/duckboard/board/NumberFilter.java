package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** @param step by which it is raised; values between two steps are refused, counted from {@code min} or else 0 */
public record NumberFilter(
        String name,
        String label,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Optional<BigDecimal> step,
        Optional<BigDecimal> preset)
        implements Filter {

    @Override
    public FilterReading readOne(String text) {
        Optional<BigDecimal> number = Numbers.read(text);
        if (number.isEmpty()) {
            return new FilterReading.Refused(Shown.quoted(text) + " is not a number. " + expected());
        }
        return objection(number.get())
                .<FilterReading>map(FilterReading.Refused::new)
                .orElseGet(() -> new FilterReading.Read(new FilterValue.OfNumber(number.get())));
    }

    private Optional<String> objection(BigDecimal number) {
        if (min.filter(least -> number.compareTo(least) < 0).isPresent()
                || max.filter(most -> number.compareTo(most) > 0).isPresent()) {
            return Optional.of(number.toPlainString() + " is not " + range() + ".");
        }
        BigDecimal start = min.orElse(BigDecimal.ZERO);
        if (step.filter(one -> number.subtract(start).remainder(one).signum() != 0)
                .isPresent()) {
            return Optional.of(
                    isWhole() && !Numbers.isWhole(number)
                            ? number.toPlainString() + " is not a whole number. " + expected()
                            : number.toPlainString() + " is not a step of "
                                    + step.get().toPlainString() + " from " + start.toPlainString() + ".");
        }
        return Optional.empty();
    }

    private boolean isWhole() {
        return step.filter(Numbers::isWhole).isPresent() && Numbers.isWhole(min.orElse(BigDecimal.ZERO));
    }

    private String expected() {
        String range = range();
        return "Type a " + (isWhole() ? "whole number" : "number") + (range.isEmpty() ? "" : " " + range) + ".";
    }

    private String range() {
        if (min.isPresent() && max.isPresent()) {
            return "between " + min.get().toPlainString() + " and " + max.get().toPlainString();
        }
        return min.map(least -> "at least " + least.toPlainString())
                .or(() -> max.map(most -> "at most " + most.toPlainString()))
                .orElse("");
    }

    @Override
    public FilterValue initial(LocalDate today) {
        return preset.<FilterValue>map(FilterValue.OfNumber::new).orElseGet(FilterValue.Unset::new);
    }

    @Override
    public Map<String, Parameter> bound(FilterValue value) {
        return Map.of(
                name,
                value instanceof FilterValue.OfNumber(BigDecimal number)
                        ? Numbers.parameter(number)
                        : new Parameter(Parameter.Type.DOUBLE, null));
    }
}
