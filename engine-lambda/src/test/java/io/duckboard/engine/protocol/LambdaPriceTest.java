package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The price of a call consists of its time, its memory and the request itself. */
class LambdaPriceTest {

    @Test
    void asksForASecondOfAGigabyteAndTheRequest() {
        assertThat(LambdaPrice.of(1_000, 1_024)).isEqualByComparingTo("0.0000135334");
    }

    @Test
    void asksForTheRequestEvenIfItTookNoTime() {
        assertThat(LambdaPrice.of(0, 3_008)).isEqualByComparingTo("0.0000002");
    }

    @Test
    void growsWithTimeAndMemory() {
        assertThat(LambdaPrice.of(250, 3_008)).isEqualByComparingTo("0.0000099917");
    }
}
