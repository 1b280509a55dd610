package io.duckboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyTest {

    @Test
    void isWhatWasSent() {
        assertThat(Body.of(sending("SELECT 1".chars().iterator()::nextInt, 8), Duration.ofMinutes(1)))
                .asString()
                .isEqualTo("SELECT 1");
    }

    /** Each byte comes in time, and the last one never. */
    @Test
    void endsWhereItComesByteByByte() {
        assertThatThrownBy(() -> Body.of(sending(() -> 'x', Integer.MAX_VALUE), Duration.ofMillis(20)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        late -> assertThat(late.problem().status()).isEqualTo(408))
                .hasMessage("The request's body took too long to arrive.");
    }

    @Test
    void endsWhereNothingMoreComes() {
        assertThatThrownBy(() -> Body.of(sending(() -> -2, 1), Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        late -> assertThat(late.problem().status()).isEqualTo(408));
    }

    /** @param bytes gives a byte, or less than 0 for a client that has sent nothing for as long as the server waits */
    private static MockHttpServletRequest sending(IntSupplier bytes, int count) {
        var stream = new Trickle(bytes, count);
        return new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return stream;
            }
        };
    }

    /** Has one byte for each read. */
    private static final class Trickle extends ServletInputStream {

        private final IntSupplier bytes;
        private int left;

        Trickle(IntSupplier bytes, int left) {
            this.bytes = bytes;
            this.left = left;
        }

        @Override
        public int read() throws SocketTimeoutException {
            if (left-- <= 0) {
                return -1;
            }
            int next = bytes.getAsInt();
            if (next < 0) {
                throw new SocketTimeoutException();
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws SocketTimeoutException {
            int next = read();
            if (next < 0) {
                return -1;
            }
            buffer[offset] = (byte) next;
            return 1;
        }

        @Override
        public boolean isFinished() {
            return left <= 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
