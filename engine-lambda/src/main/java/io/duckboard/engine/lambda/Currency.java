package io.duckboard.engine.lambda;

import io.duckboard.engine.guard.Reads;
import io.duckboard.engine.lake.LakeException;

/** Whether the tables that a query reads are those that are published. */
interface Currency {

    /** They have just been looked at. */
    Currency KNOWN = new Currency() {

        @Override
        public void begin(Reads reads) {}

        @Override
        public boolean isCurrent() {
            return true;
        }
    };

    /** Called when it is known what the query reads, before it runs. */
    void begin(Reads reads);

    /** @throws LakeException if the lake cannot be read */
    boolean isCurrent() throws LakeException;
}
