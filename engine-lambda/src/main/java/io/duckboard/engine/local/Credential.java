package io.duckboard.engine.local;

import io.duckboard.engine.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The key pair that callers of the Invoke API need. */
public record Credential(String accessKey, String secretKey) {

    /** AWS's own have 40 characters. Whoever records a signed request can try secrets on it as fast as they like. */
    private static final int LEAST_SECRET = 32;

    static Credential random() {
        return new Credential("AKIA" + randomHex(8).toUpperCase(Locale.ROOT), randomHex(20));
    }

    /**
     * Reads the default profile of a file such as AWS's tools keep keys in. A caller names the same file in
     * AWS_SHARED_CREDENTIALS_FILE.
     *
     * @throws FailureException if the file cannot be read, or has no key pair that could be used; it tells nothing of
     *     what the file has
     */
    public static Credential read(Path file) {
        if (!Files.isReadable(file)) {
            throw new FailureException(
                    "The file with the engine's keys cannot be read: " + file + ".",
                    "Make it, readable by the account that starts the engine.");
        }
        var credential = new Credential(
                property(file, ProfileProperty.AWS_ACCESS_KEY_ID),
                property(file, ProfileProperty.AWS_SECRET_ACCESS_KEY));
        if (credential.secretKey.length() < LEAST_SECRET) {
            throw new FailureException(
                    "The engine's secret key in " + file + " is too short.",
                    "It has " + LEAST_SECRET + " characters or more, drawn by chance.");
        }
        return credential;
    }

    private static String property(Path file, String name) {
        Optional<String> value;
        try {
            value = ProfileFile.builder()
                    .type(ProfileFile.Type.CREDENTIALS)
                    .content(file)
                    .build()
                    .profile("default")
                    .flatMap(profile -> profile.property(name));
        } catch (SdkException | IllegalArgumentException e) {
            // The SDK's message repeats the line that it could not read.
            value = Optional.empty();
        }
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new FailureException(
                        "There is no " + name + " for the engine in " + file + ".",
                        "It has a profile [default] with " + ProfileProperty.AWS_ACCESS_KEY_ID + " and "
                                + ProfileProperty.AWS_SECRET_ACCESS_KEY + ", as ~/.aws/credentials has."));
    }

    /** @return twice as many characters as bytes requested */
    static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    boolean hasAccessKey(String candidate) {
        return MessageDigest.isEqual(
                accessKey.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credential[" + accessKey + "]";
    }
}
