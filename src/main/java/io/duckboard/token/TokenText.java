package io.duckboard.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * A token as its owner has it: {@code duckboard_ID_SECRET}. The prefix and a checksum at the end of the secret tell a
 * scanner for secrets, without asking anybody, that it has found one.
 *
 * @param secret 32 random letters and digits, which are 190 bits, and six of the checksum
 */
record TokenText(String id, String secret) {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID = 12;
    private static final int RANDOM = 32;
    private static final int CHECKSUM = 6;
    private static final Pattern FORM = Pattern.compile(
            "duckboard_([0-9A-Za-z]{" + ID + "})_([0-9A-Za-z]{" + RANDOM + "})([0-9A-Za-z]{" + CHECKSUM + "})");

    static TokenText fresh(SecureRandom random) {
        String id = letters(random, ID);
        String secret = letters(random, RANDOM);
        return new TokenText(id, secret + checksum(id, secret));
    }

    /** Returns the token, if the text is one that could have been made here. */
    static Optional<TokenText> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() && checksum(parts.group(1), parts.group(2)).equals(parts.group(3))
                ? Optional.of(new TokenText(parts.group(1), parts.group(2) + parts.group(3)))
                : Optional.empty();
    }

    String text() {
        return "duckboard_" + id + "_" + secret;
    }

    /** SHA-256: nobody goes through 190 bits, so it need not be slow, and each request computes it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static String letters(SecureRandom random, int count) {
        return IntStream.range(0, count)
                .map(_ -> LETTERS.charAt(random.nextInt(LETTERS.length())))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String checksum(String id, String secret) {
        var crc = new CRC32();
        crc.update((id + secret).getBytes(StandardCharsets.US_ASCII));
        var text = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECKSUM; i++) {
            text.append(LETTERS.charAt(Math.toIntExact(rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return text.toString();
    }

    /** A secret does not get into a log. */
    @Override
    public String toString() {
        return "TokenText[" + id + "]";
    }
}
