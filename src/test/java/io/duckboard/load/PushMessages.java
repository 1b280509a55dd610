package io.duckboard.load;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a page's websocket sends into messages: each is its length in characters, a bar, and the text. They follow
 * each other without regard to frames.
 */
final class PushMessages implements WebSocket.Listener {

    private final StringBuilder received = new StringBuilder();
    private final Consumer<String> messages;
    private final Consumer<String> ended;

    /** @param ended called with the reason when the socket has been closed or has failed */
    PushMessages(Consumer<String> messages, Consumer<String> ended) {
        this.messages = messages;
        this.ended = ended;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        received.append(data);
        for (int bar = received.indexOf("|"); bar >= 0; bar = received.indexOf("|")) {
            int end = bar + 1 + Integer.parseInt(received.substring(0, bar).strip());
            if (received.length() < end) {
                break;
            }
            messages.accept(received.substring(bar + 1, end));
            received.delete(0, end);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        ended.accept("The server has closed the page's socket: " + status + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        ended.accept("The page's socket has failed: " + failure);
    }
}
