package io.duckboard.ui;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Sets what a page says when its session is over: after half an hour asleep, or when the app was restarted. */
@Component
final class SessionEnd implements VaadinServiceInitListener {

    private static final SystemMessages MESSAGES = messages();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(_ -> MESSAGES);
    }

    private static SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption("This page was left alone for too long, or Duckboard was started again");
        messages.setSessionExpiredMessage("Click here or press Esc to go on. What you typed in tabs is kept.");
        return messages;
    }
}
