package io.duckboard.sqlpage.download.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import io.duckboard.sqlpage.download.Download;
import io.duckboard.sqlpage.download.DownloadFormat;
import io.duckboard.sqlpage.download.FileName;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Questions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Downloads a whole answer: the query runs again without a limit of rows, and its file goes to the browser. */
@StyleSheet("download.css")
public final class DownloadMenu extends Div {

    private final QueryService queries;
    private final Questions questions;
    private final NativeButton open = new NativeButton("Download");
    private final Map<DownloadFormat, NativeButton> formats = new EnumMap<>(DownloadFormat.class);
    private final DownloadState state = new DownloadState(this::cancel, this::retry);
    private Optional<Request.Query> query = Optional.empty();
    private String name = "";
    private DownloadFormat last = DownloadFormat.CSV;
    private BiConsumer<Request.Query, QueryOutcome> listener = (_, _) -> {};

    public DownloadMenu(QueryService queries) {
        this.queries = queries;
        this.questions = new Questions(queries, Place.SQL);
        addClassName("download-menu");
        open.addClassName("download-open");
        open.getElement().setAttribute("aria-label", "Download the whole answer as …");
        var choice = new Div();
        choice.setId("download-formats");
        choice.addClassName("download-formats");
        choice.getElement().setAttribute("popover", "auto");
        open.getElement().setAttribute("popovertarget", "download-formats");
        for (DownloadFormat format : DownloadFormat.values()) {
            var button = new NativeButton(format.label(), _ -> download(format));
            button.getElement().setAttribute("popovertarget", "download-formats");
            button.getElement().setAttribute("popovertargetaction", "hide");
            formats.put(format, button);
            choice.add(button);
        }
        add(open, choice, state);
        clear();
    }

    /**
     * Sets what can be downloaded. A download that is under way continues.
     *
     * @param asked its limit of rows does not count
     * @param title what the answer is called, for the file's name; may be empty
     */
    public void show(Request.Query asked, String title) {
        query = Optional.of(asked);
        name = title;
        open.setEnabled(true);
    }

    /** Leaves nothing to download. A download that is under way continues. */
    public void clear() {
        query = Optional.empty();
        open.setEnabled(false);
    }

    /** Calls the listener when a query that ran for a download ends. */
    public void onOutcome(BiConsumer<Request.Query, QueryOutcome> told) {
        listener = told;
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
        setBusy(Busy.NO);
        state.close();
    }

    private enum Busy {
        YES,
        NO
    }

    private void setBusy(Busy busy) {
        formats.values().forEach(item -> item.setEnabled(busy == Busy.NO));
    }

    /**
     * Does the same as a choice from the menu. Does nothing if there is nothing to download, or if a download is under
     * way.
     */
    public void start(DownloadFormat format) {
        if (query.isPresent() && !questions.isAnyUnderWay()) {
            download(format);
        }
    }

    private void download(DownloadFormat format) {
        last = format;
        Request.Query asked = query.orElseThrow();
        String title = name;
        setBusy(Busy.YES);
        state.writing(format);
        questions.export(this, asked, format.export(), outcome -> {
            setBusy(Busy.NO);
            switch (outcome) {
                case QueryOutcome.Exported(var answer, var roundTrip) ->
                    send(new Download(format, answer), title, roundTrip);
                case QueryOutcome.Failed(var problem) -> show(problem);
                case QueryOutcome.Unreachable(var failure) -> state.failed(failure);
                case QueryOutcome.Limited(var failure, var _) -> state.failed(failure);
            }
            listener.accept(asked, outcome);
        });
    }

    private void show(Problem problem) {
        if (problem.code() == ErrorCode.CANCELLED) {
            state.cancelled();
        } else {
            state.failed(Notice.of(problem));
        }
    }

    private void send(Download download, String title, Duration roundTrip) {
        Optional<Problem> objection = download.objection();
        if (objection.isPresent()) {
            show(objection.get());
            return;
        }
        Answer.Exported answer = download.answer();
        String fileName = new FileName(title, answer.metadata().answeredAt(), ZoneId.systemDefault(), download.format())
                .toString();
        UI ui = getUI().orElseThrow();
        var request = new DownloadRequest(
                download, fileName, queries, ui.accessLater((DownloadRequest.Outcome end) -> end(end), () -> {}));
        state.ready(fileName, answer, roundTrip, request);
    }

    private void end(DownloadRequest.Outcome outcome) {
        switch (outcome) {
            case DownloadRequest.Outcome.Sent(var remarks) -> state.sent(remarks);
            case DownloadRequest.Outcome.NotThere(var message) ->
                state.failed(new Failure(message, "A retry runs the query once more."));
            case DownloadRequest.Outcome.Abandoned() -> state.abandoned();
            case DownloadRequest.Outcome.BrokenOff() ->
                state.failed(new Failure(
                        "The file broke off on its way and is not whole.",
                        "Save it again by its name; a retry runs the query once more."));
        }
    }

    private void cancel() {
        questions.cancel();
    }

    private void retry() {
        start(last);
    }
}
