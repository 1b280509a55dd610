package io.duckboard.ui;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.duckboard.security.SignedIn;
import org.springframework.stereotype.Component;

/**
 * Sets what a page says when its session is over: after half an hour asleep, or when the app was restarted; and where
 * people sign in, for further reasons.
 */
@Component
final class SessionEnd implements VaadinServiceInitListener {

    private final SystemMessages messages;

    SessionEnd(SignedIn people) {
        this.messages = messages(
                people.isRequired()
                        ? "Please sign in again: your session is over, or your role has changed"
                        : "This page was left alone for too long, or Duckboard was started again");
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(_ -> messages);
    }

    private static SystemMessages messages(String caption) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(caption);
        messages.setSessionExpiredMessage("Click here or press Esc to go on. What you typed in tabs is kept.");
        return messages;
    }
}
