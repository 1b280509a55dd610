package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.board.FileProblem;
import java.util.List;

/** What is wrong with a dashboard's file, each with its line. */
final class ProblemList extends UnorderedList {

    ProblemList(List<FileProblem> problems) {
        addClassName("file-problems");
        problems.stream().filter(FileProblem::isError).forEach(problem -> {
            var spot = new Span(problem.spot().toString());
            spot.addClassName("file-spot");
            add(new ListItem(spot, new Span(" " + problem.sentence())));
        });
    }
}
