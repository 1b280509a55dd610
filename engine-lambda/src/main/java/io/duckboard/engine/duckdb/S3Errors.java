package io.duckboard.engine.duckdb;

import io.duckboard.engine.failure.AwsRefusal;
import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.net.HttpURLConnection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes errors between DuckDB and the store in sentences that contain neither keys nor endpoints. */
final class S3Errors {

    private static final Pattern CODE = Pattern.compile("<Code>(\\w+)</Code>");
    private static final Pattern REGION = Pattern.compile("<Region>([a-z0-9-]+)</Region>");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private S3Errors() {}

    /** Whether a file has changed since this query began to read it. */
    static boolean isReplaced(String text) {
        return text.contains("ETag on reading") || text.contains("HTTP 412") || text.contains("HTTP 416");
    }

    /** @param error from DuckDB, of type HTTP or IO */
    static Problem problem(JsonObject error, String text, Prefixes prefixes) {
        if (isReplaced(text)) {
            return Problem.of(
                    ErrorCode.LAKE_UNAVAILABLE,
                    named(text, prefixes) + " is being replaced again and again.",
                    "Ask again when it is loaded.");
        }
        String body = error.has("response_body") ? error.text("response_body") : "";
        return answered(status(error), find(CODE, body).orElse(""), error, body, named(text, prefixes));
    }

    private static Problem answered(int status, String code, JsonObject error, String body, String file) {
        if (status == 0) {
            return Problem.of(
                    ErrorCode.LAKE_UNAVAILABLE,
                    "The lake's store does not answer.",
                    "Ask again in a moment; if it stays so, check AWS_REGION, AWS_ENDPOINT_URL_S3 and the network.");
        }
        return switch (AwsRefusal.of(code, status)) {
            case WRONG_REGION ->
                Problem.of(
                        ErrorCode.LAKE_UNAVAILABLE,
                        "The lake's bucket is in another region than the engine asks.",
                        "Set AWS_REGION to "
                                + find(REGION, body)
                                        .or(() -> header(error, "x-amz-bucket-region"))
                                        .orElse("the bucket's region")
                                + ".");
            case EXPIRED, UNKNOWN_KEY, WRONG_SIGNATURE, WRONG_CLOCK, NOT_ALLOWED ->
                Problem.of(
                        ErrorCode.LAKE_DENIED,
                        "The lake's store refuses the engine's credentials.",
                        "They may have expired, or lack s3:GetObject and s3:ListBucket on the lake.");
            case NO_SUCH_BUCKET ->
                Problem.of(ErrorCode.LAKE_UNAVAILABLE, "The lake's bucket is not there.", "Check DUCKBOARD_LAKE.");
            case THROTTLED, OTHER -> other(status, file);
        };
    }

    private static Problem other(int status, String file) {
        return status == HttpURLConnection.HTTP_NOT_FOUND
                ? Problem.of(
                        ErrorCode.FILE_MISSING,
                        file + " is not there.",
                        "Check its name, or load or build its table again.")
                : Problem.of(
                        ErrorCode.LAKE_UNAVAILABLE,
                        "The lake's store answers with status " + status + ".",
                        "Ask again in a moment.");
    }

    private static int status(JsonObject error) {
        return error.has("status_code") ? Integer.parseInt(error.text("status_code")) : 0;
    }

    private static Optional<String> header(JsonObject error, String name) {
        return error.members().entrySet().stream()
                .filter(member ->
                        String.valueOf(member.getKey()).toLowerCase(Locale.ROOT).equals("header_" + name))
                .map(member -> String.valueOf(member.getValue()))
                .findFirst();
    }

    /** The file by its path below the lake. DuckDB names it by its URI or by the address of the request. */
    private static String named(String text, Prefixes prefixes) {
        return prefixes.remote().stream()
                .flatMap(prefix -> below(text, prefix).stream())
                .findFirst()
                .map(file -> "File " + file)
                .orElse("A file of the lake");
    }

    private static Optional<String> below(String text, String lake) {
        String prefix = lake.substring("s3://".length());
        String path = prefix.substring(prefix.indexOf('/'));
        return find(QUOTED, text)
                .filter(uri -> uri.contains(path))
                .map(uri -> uri.contains(prefix)
                        ? uri.substring(uri.indexOf(prefix) + prefix.length())
                        : uri.substring(uri.indexOf(path, "https://".length()) + path.length()));
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
