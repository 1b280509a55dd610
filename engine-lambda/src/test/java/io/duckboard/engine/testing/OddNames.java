package io.duckboard.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Files with names of all kinds. Each holds one row with its own path, so an answer tells which files were read. Many
 * names differ only in what some readers do not tell apart.
 */
public final class OddNames {

    /** Below the lake. */
    public static final List<String> PATHS = List.of(
            "dataset/a b.parquet",
            "dataset/a+b.parquet",
            "dataset/a%20b.parquet",
            "dataset/a%2520b.parquet",
            "dataset/a%2Bb.parquet",
            "dataset/a%b.parquet",
            "dataset/a\u00a0b.parquet",
            "dataset/a  b.parquet",
            "dataset/Größe (1), neu.parquet",
            "dataset/gro\u0308ße.parquet",
            "dataset/größe.parquet",
            "dataset/o'neil \"q\" `x`.parquet",
            "dataset/1;2&3=4@5$6!7~8^9|0.parquet",
            "dataset/<x>#y.parquet",
            "dataset/{a,b}.parquet",
            "dataset/a..b.parquet",
            "dataset/report1.parquet",
            "dataset/report[1].parquet",
            "dataset/star*.parquet",
            "dataset/starry.parquet",
            "dataset/2019-04-01T10:00.parquet",
            "dataset/日本/\uD83E\uDD86.parquet",
            "dataset/k=a=b, c/New York.parquet",
            "dataset/k=%E3%81%82/%2e%2e.parquet",
            "dataset/" + "n".repeat(200) + " .parquet",
            "more data/2019 (April)/x y.parquet",
            "at the top.parquet",
            "top.parquet");

    private static final List<String> SIGNS = List.of(
            " ",
            "+",
            "%",
            "%20",
            "%2F",
            "%2e%2e/",
            "\u0308",
            "\u00a0",
            "\u200b",
            "?",
            "#",
            "*",
            "[",
            "]",
            "..",
            "/",
            "//",
            "\\",
            "'",
            "\"",
            ";",
            ":",
            "&",
            "=",
            "{",
            "}",
            ".",
            "./",
            "../",
            "\n",
            "\u007f",
            "?s3_region=x",
            ".csv");

    private final Random random;

    public OddNames(long seed) {
        this.random = new Random(seed);
    }

    /** Writes all files below a folder. */
    public static void write(Path root) {
        try {
            Path made = Files.createTempFile("odd", ".parquet");
            for (String path : PATHS) {
                DuckDb.run(
                        "COPY (SELECT '" + path.replace("'", "''") + "' AS path) TO '" + made + "' (FORMAT parquet)");
                Path file = root.resolve(path);
                Files.createDirectories(file.getParent());
                Files.copy(made, file);
            }
            Files.delete(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path as DuckDB takes it for this file alone. */
    public static String exactly(String path) {
        return path.replaceAll("[\\[*]", "[$0]");
    }

    /** Paths that are nearly those of the files, or exactly. */
    public Stream<String> near() {
        return Stream.generate(() -> {
            String path = pick(PATHS);
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                path = changed(path);
            }
            return path;
        });
    }

    private String changed(String path) {
        int at = random.nextInt(path.length());
        String sign = path.substring(at, at + 1);
        return switch (random.nextInt(9)) {
            case 0 -> path.substring(0, at) + pick(SIGNS) + path.substring(at);
            case 1 -> path.substring(0, at) + "[" + sign + "]" + path.substring(at + 1);
            case 2 -> path.substring(0, at) + encoded(sign) + path.substring(at + 1);
            case 3 -> path.substring(0, at) + path.substring(at + 1);
            case 4 -> Normalizer.normalize(path, pick(List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)));
            case 5 -> path.replace(' ', '+');
            case 6 -> path.replace("%20", " ").replace("%2B", "+").replace("%25", "%");
            case 7 -> path.substring(0, at) + "*" + path.substring(Math.min(path.length(), at + random.nextInt(4)));
            default -> exactly(path);
        };
    }

    private static String encoded(String sign) {
        var text = new StringBuilder();
        for (byte one : sign.getBytes(StandardCharsets.UTF_8)) {
            text.append("%%%02X".formatted(one));
        }
        return text.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
