package io.duckboard.database.socket;

import io.duckboard.engine.failure.FailureException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the process that has the home's database open answers to others of the same account. */
public interface HomeAnswers {

    /** Returns the names of the questions that are answered here. */
    Set<String> questions();

    /**
     * @param members what the question says, as JSON
     * @return the answer, as JSON
     * @throws FailureException with what is wrong with the question
     */
    Map<String, @Nullable Object> answer(String question, Map<String, Object> members);
}
