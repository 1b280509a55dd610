package io.duckboard;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.failure.FailureException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the app does not start, where Spring would print a stack trace. */
final class StartupFailure extends AbstractFailureAnalyzer<FailureException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FailureException cause) {
        return new FailureAnalysis(cause.failure().message(), cause.hint(), cause);
    }

    static final class Reporter implements FailureAnalysisReporter {

        @Override
        public void report(FailureAnalysis analysis) {
            String action = analysis.getAction() == null ? "" : analysis.getAction();
            System.err.println("Duckboard cannot start. " + new Failure(analysis.getDescription(), action).text());
        }
    }
}
