package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.expression.ExpressionStrategy;
import com.hubspot.jinjava.tree.output.RenderedOutputNode;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import java.util.regex.Pattern;

/** Writes the value of an expression, and reports a problem if it has none. */
final class StrictExpressions implements ExpressionStrategy {

    private static final long serialVersionUID = 1L;

    private static final Pattern IF = Pattern.compile("\\bif\\b");
    private static final Pattern ELSE = Pattern.compile("\\belse\\b");

    /** An expression such as {@code {{ ',' if not loop.last }}} explicitly allows that nothing is written. */
    private static boolean isLeftOut(String expression) {
        return IF.matcher(expression).find() && !ELSE.matcher(expression).find();
    }

    @Override
    public RenderedOutputNode interpretOutput(ExpressionToken token, JinjavaInterpreter interpreter) {
        Object value = interpreter.resolveELExpression(token.getExpr(), token.getLineNumber());
        var strict = (TemplateInterpreter) interpreter;
        if (value == null) {
            if (!strict.hasProblems() && !isLeftOut(token.getExpr())) {
                strict.report(new TemplateProblem(
                        "“" + token.getExpr().strip() + "” has no value.",
                        "Give it one, or leave it out by an if: nothing is written for none."));
            }
            return new RenderedOutputNode("");
        }
        try {
            return new RenderedOutputNode(strict.written(PythonText.of(value)));
        } catch (TemplateProblem e) {
            strict.report(e);
            return new RenderedOutputNode("");
        }
    }
}
