package io.duckboard.cli.terminal;

/** The exit codes that the shell gets. */
public final class ExitCode {

    public static final int DONE = 0;

    /** The command was understood but failed. */
    public static final int FAILED = 1;

    /** The command line is not valid. */
    public static final int USAGE = 2;

    /** The command was ended by Ctrl-C. Shells use 128 plus the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
