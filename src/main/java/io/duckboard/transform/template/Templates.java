package io.duckboard.transform.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Renders the templates of one project within one deadline. Only one thread may use it. */
public final class Templates {

    static final int LARGEST_OUTPUT = 1 << 20;
    /** The limit for all templates together, since everything is kept until the last one is compiled. */
    private static final int LARGEST_PROJECT = 64 << 20;

    private static final int LONGEST_LIST = 100_000;

    private final Deadline deadline;
    private final Problems problems;
    private final JinjavaConfig config;
    private final Jinjava jinjava;
    private final Context macros = new StrictContext();
    private long written;

    /** @param problems collects the problems of the templates */
    public Templates(Deadline deadline, Problems problems) {
        this.deadline = deadline;
        this.problems = problems;
        this.config = JinjavaConfig.newBuilder()
                .withElResolver(new ClosedResolver())
                .withNestedInterpretationEnabled(false)
                .withMaxOutputSize(LARGEST_OUTPUT)
                .withMaxStringLength(LARGEST_OUTPUT)
                .withMaxListSize(LONGEST_LIST)
                .withMaxMapSize(LONGEST_LIST)
                .withMaxRenderDepth(20)
                .withEnableFilterChainOptimization(true)
                .withProcessors(JinjavaProcessors.newBuilder()
                        .withNodePreProcessor(Templates::enter)
                        .build())
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withEvaluateMapKeys(true)
                        .withIterateOverMapKeys(true)
                        .withUseNaturalOperatorPrecedence(true)
                        .withParseWhitespaceControlStrictly(true)
                        .withAllowAdjacentTextNodes(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .withKeepNullableLoopValues(true)
                        .build())
                .build();
        this.jinjava = new Jinjava(config);
        BuiltIns.FUNCTIONS.forEach(
                (name, function) -> macros.addGlobalMacro(new GivenFunction(name, function, macros)));
    }

    private static void enter(Node node, JinjavaInterpreter interpreter) {
        interpreter.getContext().setCurrentNode(node);
        interpreter.setLineNumber(node.getLineNumber());
        var strict = (TemplateInterpreter) interpreter;
        strict.step();
        // An if does not render these two as nodes, so here they are outside of an if.
        if (node instanceof TagNode tag
                && (tag.getName().equals("else") || tag.getName().equals("elif"))) {
            strict.report(new TemplateProblem(
                    "{% " + tag.getName() + " %} stands outside of an if.", "Look for an endif that is too early."));
        }
    }

    /** Defines the macros of these files for all templates that are rendered afterwards. */
    public void define(String project, List<TemplateFile> files) {
        for (TemplateFile file : files) {
            run(file.path(), macros, interpreter -> {
                for (Node node : interpreter.parse(file.text()).getChildren()) {
                    if (node instanceof TagNode tag && tag.getName().equals("macro")) {
                        node.render(interpreter);
                    }
                }
                return "";
            });
        }
        macros.put(project, Map.copyOf(macros.getGlobalMacros()));
    }

    /** Returns the SQL of a file; empty if there were problems. */
    public Optional<MappedSql> render(TemplateFile file, TemplateGlobals globals) {
        if (LineMarks.isIn(file.text())) {
            problems.add(
                    new Place(file.path(), 0),
                    "The file has private-use characters (U+E000 or U+E100 to U+E4FF).",
                    "Write chr(…) in the SQL instead.");
            return Optional.empty();
        }
        return run(
                        file.path(),
                        context(globals),
                        interpreter -> interpreter.render(interpreter.parse(LineMarks.mark(file.text())), false))
                .map(text -> LineMarks.read(file.path(), text));
    }

    /** Renders a short text of a YAML file. */
    public Optional<String> render(String text, Place place, TemplateGlobals globals) {
        // Adds as many empty lines as there are before the text in the file.
        String moved = "\n".repeat(Math.max(0, place.line() - 1)) + text;
        return run(place.file(), context(globals), interpreter -> interpreter.render(interpreter.parse(moved), false))
                .map(String::strip);
    }

    private Context context(TemplateGlobals globals) {
        var context = new Context(macros, globals.variables());
        globals.functions()
                .forEach((name, function) -> context.addGlobalMacro(new GivenFunction(name, function, context)));
        return context;
    }

    @SuppressWarnings("try") // The resource only has to be closed.
    private Optional<String> run(String file, Context context, Function<TemplateInterpreter, String> rendering) {
        var interpreter =
                new TemplateInterpreter(jinjava, context, config, file, new RenderingBudget(deadline), problems);
        try (var current = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
            String text = rendering.apply(interpreter);
            written += text.length();
            if (written > LARGEST_PROJECT) {
                throw new TemplateProblem(
                        "What the project's templates write is larger than 64 MB in all.", "Split the project up.");
            }
            return interpreter.hasProblems() ? Optional.empty() : Optional.of(text);
        } catch (InterpretException e) {
            interpreter.addError(TemplateError.fromException(e));
        } catch (TemplateProblem e) {
            interpreter.report(e);
        } catch (RuntimeException e) {
            // On templates that are not Jinja, Jinjava itself fails with all kinds of exceptions.
            interpreter.addError(TemplateError.fromException(e));
        } catch (StackOverflowError e) {
            problems.add(interpreter.place(), "The template is nested too deeply.", "Split it up.");
        }
        return Optional.empty();
    }
}
