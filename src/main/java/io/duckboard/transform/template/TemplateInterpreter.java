package io.duckboard.transform.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.parse.Token;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Jinjava's interpreter, changed so that an unknown name is an error and every error has its place in a file. */
final class TemplateInterpreter extends JinjavaInterpreter {

    private static final int MOST_NESTED = 100;

    /** Jinjava's parser keeps a whole expression in memory, many times over. */
    private static final int LONGEST_EXPRESSION = 100_000;

    /** A list is examined each time it is read, which takes a while for long lists. */
    private static final int LOOKED_AT_IN_A_STEP = 1_000;

    private final RenderingBudget allowance;
    private final Problems problems;
    private String file;
    private final int before;
    private int depth;
    private ValueSize read = new ValueSize();

    TemplateInterpreter(
            Jinjava jinjava,
            Context context,
            JinjavaConfig config,
            String file,
            RenderingBudget allowance,
            Problems problems) {
        super(jinjava, context, config);
        this.file = file;
        this.allowance = allowance;
        this.problems = problems;
        this.before = problems.count();
    }

    static TemplateInterpreter current() {
        if (getCurrent() instanceof TemplateInterpreter interpreter) {
            return interpreter;
        }
        throw new IllegalStateException("Nothing is being rendered.");
    }

    /** Returns the place that is being rendered on this thread. */
    static Optional<Place> here() {
        return getCurrent() instanceof TemplateInterpreter interpreter
                ? Optional.of(interpreter.place())
                : Optional.empty();
    }

    String file() {
        return file;
    }

    Place place() {
        int line = getLineNumber();
        Node node = getContext().getCurrentNode();
        if (node != null && node.getMaster() != null && node.getMaster().getLineNumber() == line) {
            line = firstLine(node.getMaster());
        }
        return new Place(file, Math.max(line, 0));
    }

    /** Jinjava reports the line of a tag's end. */
    static int firstLine(Token token) {
        return token.getLineNumber()
                - (int) token.getImage().chars().filter(c -> c == '\n').count();
    }

    /** @throws TemplateProblem if the template has reached a limit */
    void step() {
        allowance.take(1);
    }

    String written(String text) {
        allowance.write(text);
        return text;
    }

    /** Takes several steps at once, for a loop. */
    void steps(int count) {
        allowance.take(count);
    }

    /**
     * Checks a value that enters an expression. This also limits the size of everything that the expression makes of
     * it.
     */
    <T extends @Nullable Object> T read(T value) {
        long before = read.values();
        read.add(value);
        allowance.take(1 + (read.values() - before) / LOOKED_AT_IN_A_STEP);
        return value;
    }

    /** Renders something in another file, such as a macro, and restores the state afterwards. */
    @Nullable
    Object within(Place other, int deepest, String name, Supplier<@Nullable Object> rendering) {
        if (depth >= deepest) {
            throw new TemplateProblem(
                    "The macro “" + name + "” calls itself, or calls go deeper than " + deepest + " macros.",
                    "Macros that call themselves are not supported.");
        }
        String before = file;
        int line = getLineNumber();
        Node node = getContext().getCurrentNode();
        file = other.file();
        depth++;
        try {
            return rendering.get();
        } finally {
            depth--;
            file = before;
            setLineNumber(line);
            getContext().setCurrentNode(node);
        }
    }

    /** Jinjava's parser takes quadratic time, and one frame of the stack for each level of nesting. */
    @Override
    public @Nullable Object resolveELExpression(String expression, int lineNumber) {
        if (expression.length() > LONGEST_EXPRESSION) {
            setLineNumber(lineNumber);
            report(new TemplateProblem(
                    "The expression is longer than 100,000 characters.", "Split it up by {% set %}."));
            return null;
        }
        int nesting = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            nesting += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (nesting > MOST_NESTED) {
                setLineNumber(lineNumber);
                report(new TemplateProblem("The expression is nested too deeply.", "Split it up by {% set %}."));
                return null;
            }
        }
        ValueSize before = read;
        read = new ValueSize();
        try {
            Object value = super.resolveELExpression(NamedArguments.parenthesized(expression), lineNumber);
            read.add(value);
            return value;
        } finally {
            read = before;
        }
    }

    @Override
    public @Nullable Object retraceVariable(String variable, int lineNumber, int startPosition) {
        Object value = super.retraceVariable(variable, lineNumber, startPosition);
        return value == null && !isNone(variable) ? new Undefined(variable) : read(value);
    }

    /** Whether a variable exists and has the value none; Jinjava treats such a variable as missing. */
    private boolean isNone(String variable) {
        for (Context scope = getContext(); scope != null; scope = scope.getParent()) {
            if (scope.getScope().containsKey(variable)) {
                return true;
            }
        }
        return variable.equals("none") || variable.equals("None");
    }

    /** Reports a problem of a value that shows only when the value is used outside of an expression. */
    void report(TemplateProblem problem) {
        problems.add(problem.place().orElse(place()), problem.problem(), problem.hint());
    }

    /** Whether errors of this template may be consequences of earlier ones. */
    boolean hasProblems() {
        return problems.count() > before;
    }

    /** Every error, including warnings, is a problem of the project. */
    @Override
    public void addError(TemplateError error) {
        super.addError(error);
        Throwable cause = error.getException();
        for (int i = 0; cause != null && i < 20; i++, cause = cause.getCause()) {
            if (cause instanceof TemplateProblem problem) {
                report(problem);
                return;
            }
        }
        Place here = place();
        boolean elsewhere = error.getLineno() > 0 && error.getLineno() != getLineNumber();
        problems.add(
                elsewhere ? new Place(file, error.getLineno()) : here,
                JinjaMessage.of(error),
                JinjaMessage.hint(error));
    }
}
