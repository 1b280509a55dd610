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

/** Renders the templates of one project within one deadline; for one thread. */
public final class Templates {

    static final int LARGEST_OUTPUT = 1 << 20;
    /** Of all templates together, since all of it is kept until the last is compiled. */
    private static final int LARGEST_PROJECT = 64 << 20;

    private static final int LONGEST_LIST = 100_000;

    private final Deadline deadline;
    private final Problems problems;
    private final JinjavaConfig config;
    private final Jinjava jinjava;
    private final Context macros = new StrictContext();
    private long written;

    /** @param problems where what is wrong with the templates is put */
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
        // An if renders neither.
        if (node instanceof TagNode tag
                && (tag.getName().equals("else") || tag.getName().equals("elif"))) {
            strict.report(new TemplateProblem(
                    "{% " + tag.getName() + " %} stands outside of an if.", "Look for an endif that is too early."));
        }
    }

    /** The macros of these files, for all templates that are rendered after. */
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

    /** The SQL of a file; empty where there have been problems. */
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

    /** A short text of a YAML file. */
    public Optional<String> render(String text, Place place, TemplateGlobals globals) {
        // As many empty lines before it as there are in the file.
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

    @SuppressWarnings("try") // It is there to be closed.
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
            // Jinjava's own failures on templates that are no Jinja are of all kinds.
            interpreter.addError(TemplateError.fromException(e));
        } catch (StackOverflowError e) {
            problems.add(interpreter.place(), "The template is nested too deeply.", "Split it up.");
        }
        return Optional.empty();
    }
}
