package io.duckboard.cli.terminal;

/** What the shell is told. */
public final class ExitCode {

    public static final int DONE = 0;

    /** The command understood, and could not do it. */
    public static final int FAILED = 1;

    /** The command line is not one of ours. */
    public static final int USAGE = 2;

    /** Ctrl-C, as shells count it: 128 and the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
