package io.duckboard.board;

import java.util.regex.Pattern;

/**
 * What a dashboard is called: its file's name, by which its address knows it.
 *
 * @param folder the folder below that of all dashboards, with {@code /}; empty if it lies there itself
 * @param name the file's name without {@code .yaml}
 */
public record DashboardName(String folder, String name) {

    private static final String ENDING = ".yaml";
    private static final Pattern IN_AN_ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** @param path below the folder of dashboards, with {@code /} */
    public static DashboardName ofFile(String path) {
        int slash = path.lastIndexOf('/');
        String file = path.substring(slash + 1);
        return new DashboardName(
                slash < 0 ? "" : path.substring(0, slash),
                file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file);
    }

    /** Whether an address can have it. */
    public boolean isValid() {
        return IN_AN_ADDRESS.matcher(name).matches();
    }

    /** The path of its file, with {@code /}. */
    public String file() {
        return (folder.isEmpty() ? "" : folder + "/") + name + ENDING;
    }
}
