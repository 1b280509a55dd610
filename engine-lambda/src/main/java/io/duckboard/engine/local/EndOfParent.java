package io.duckboard.engine.local;

import java.io.IOException;

/** Ends a worker when its parent has ended: the pipe to its standard input then closes, however the parent died. */
final class EndOfParent extends Thread {

    private EndOfParent() {
        super("end-of-parent");
    }

    static void watch() {
        EndOfParent thread = new EndOfParent();
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (System.in.read() >= 0) {
                // Nobody ever writes to this pipe.
            }
        } catch (IOException e) {
            System.err.println("The pipe to LocalLambda broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
