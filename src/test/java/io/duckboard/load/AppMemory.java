package io.duckboard.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a Java process holds in memory, in MB of a million bytes. */
record AppMemory(ProcessHandle process) {

    /** {@code tenured generation   total 87552K, used 51234K}: a line for each generation, and others after them. */
    private static final Pattern USED = Pattern.compile("used (\\d+)([KM])");

    /** Returns what the kernel counts as resident. */
    double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1000.0;
    }

    /** Returns what is alive on the heap: what a whole collection leaves. */
    double alive() throws IOException, InterruptedException {
        tell("GC.run");
        tell("GC.run");
        String heap = tell("GC.heap_info").replaceFirst("(?s)Metaspace.*", "");
        double alive = USED.matcher(heap)
                .results()
                .mapToDouble(
                        used -> Long.parseLong(used.group(1)) * (used.group(2).equals("K") ? 1024 : 1024 * 1024))
                .sum();
        if (alive == 0) {
            throw new IOException("The process does not say how much of its heap is used.");
        }
        return alive / 1e6;
    }

    private String tell(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!jcmd.waitFor(30, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
            throw new IOException("jcmd " + command + " failed: " + said);
        }
        return said;
    }
}
