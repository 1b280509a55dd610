package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.sqlpage.run.RunSource;
import io.duckboard.ui.Notice;

/** Says why there is no answer: what happened, where in the text, and what to do. */
final class ErrorPanel extends Div {

    private final Notice notice;
    private final Pre place = new Pre();

    ErrorPanel(Runnable retry) {
        this.notice = new Notice(retry);
        place.addClassName("error-place");
        addClassName("error-panel");
        add(notice, place);
        clear();
    }

    void clear() {
        notice.clear();
        place.setVisible(false);
    }

    void show(Failure failure) {
        place.setVisible(false);
        notice.show(failure);
    }

    /**
     * @param sql the SQL that was run
     * @param source where the SQL is in the tab's text
     */
    void show(QueryOutcome.Failed failed, String sql, RunSource source) {
        Problem problem = failed.problem();
        if (problem.position().isEmpty()) {
            place.setVisible(false);
            notice.show(problem.failure().orHint(hint(problem.code())));
            return;
        }
        ErrorPlace at = ErrorPlace.of(sql, problem.position().getAsInt()).after(source.line(), source.column());
        notice.show(
                problem.message(),
                "Line " + at.line() + ", column " + at.column()
                        + problem.hint().map(hint -> ". " + hint).orElse("."));
        place.setText(at.excerpt());
        place.setVisible(true);
    }

    private static String hint(ErrorCode code) {
        return switch (code) {
            case SYNTAX, UNKNOWN_NAME, NOT_ALLOWED, INVALID_REQUEST, RESULT_TOO_LARGE ->
                "Change the SQL, then run it again.";
            case CANCELLED -> "Nothing of it runs any more.";
            case BUSY, TIMEOUT, OUT_OF_MEMORY, LAKE_UNAVAILABLE, LAKE_DENIED, FILE_MISSING, FILE_DAMAGED, INTERNAL ->
                "Try again. Duckboard's log says more.";
        };
    }
}
