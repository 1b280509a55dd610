package io.duckboard.sqlpage.download.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.format.Figures;
import io.duckboard.sqlpage.download.DownloadFormat;
import io.duckboard.ui.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shows the progress of a download in a corner of the page, where it covers nothing that people work on. */
final class DownloadState extends Div {

    private final Paragraph words = new Paragraph();
    private final Span clock = new Span();
    private final Anchor link = new Anchor();
    private final Paragraph facts = new Paragraph();
    private final Div remarks = new Div();
    private final Notice notice;
    private final Button cancel;
    private final Button close;

    DownloadState(Runnable cancelling, Runnable retry) {
        notice = new Notice(retry);
        cancel = new Button("Cancel", _ -> cancel(cancelling));
        close = new Button("Close", _ -> close());
        addClassName("download-state");
        // Screen readers hear these as they change. The clock runs in the style sheet, so that they do not hear every
        // second.
        var told = new Div(words, facts, remarks);
        told.getElement().setAttribute("role", "status");
        clock.addClassName("download-clock");
        clock.getElement().setAttribute("aria-hidden", "true");
        link.addClassName("download-link");
        facts.addClassName("download-facts");
        remarks.addClassName("download-facts");
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        cancel.addThemeVariants(ButtonVariant.SMALL);
        var actions = new Div(clock, link, cancel, close);
        actions.addClassName("download-actions");
        add(told, notice, actions);
        close();
    }

    void writing(DownloadFormat format) {
        clean();
        words.setText("Writing the whole answer as " + format.label() + " …");
        clock.setVisible(true);
        cancel.setVisible(true);
        cancel.setEnabled(true);
        close.setVisible(false);
    }

    /** @param file sent to the browser at once, and again when its name is clicked */
    void ready(String fileName, Answer.Exported answer, Duration roundTrip, DownloadHandler file) {
        clean();
        words.setText("The whole answer is on its way to the browser.");
        facts.setText(facts(answer, roundTrip));
        link.setText(fileName);
        link.setHref(file, AttachmentType.DOWNLOAD);
        link.setVisible(true);
        link.getElement().executeJs("this.click()");
    }

    void sent(List<String> told) {
        words.setText("The whole answer is downloaded.");
        remarks.removeAll();
        told.forEach(remark -> remarks.add(new Paragraph(remark)));
    }

    void abandoned() {
        words.setText("The browser ended the download before its end. Save it again by its name.");
    }

    void cancelled() {
        clean();
        words.setText("Cancelled: nothing was downloaded.");
    }

    void failed(Failure failure) {
        boolean canBeSavedAgain = link.isVisible();
        clean();
        link.setVisible(canBeSavedAgain);
        notice.show(failure);
    }

    void close() {
        clean();
        setVisible(false);
    }

    private void clean() {
        setVisible(true);
        words.setText("");
        facts.setText("");
        remarks.removeAll();
        notice.clear();
        clock.setVisible(false);
        cancel.setVisible(false);
        close.setVisible(true);
        link.setVisible(false);
    }

    private void cancel(Runnable cancelling) {
        cancel.setEnabled(false);
        words.setText("Cancelling …");
        cancelling.run();
    }

    private static String facts(Answer.Exported answer, Duration roundTrip) {
        Usage usage = answer.metadata().usage();
        var parts = new ArrayList<String>();
        parts.add(Figures.count(answer.file().rows(), "row"));
        parts.add(Figures.size(answer.file().bytes()) + " written");
        parts.add("round trip " + Figures.time(roundTrip));
        usage.bytesRead().ifPresent(bytes -> parts.add(Figures.size(bytes) + " read"));
        parts.add(Figures.price(usage.estimatedUsd()));
        return String.join(" · ", parts);
    }
}
