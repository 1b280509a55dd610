package io.duckboard.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server keeps of a password to which a client proves that it knows it: SCRAM-SHA-256, by <a
 * href="https://www.rfc-editor.org/rfc/rfc5802">RFC 5802</a> and RFC 7677.
 *
 * @param text as PostgreSQL keeps it: {@code SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey}
 */
public record ScramVerifier(String text) {

    private static final String NAME = "SCRAM-SHA-256";

    /** PostgreSQL's own number, and the least of RFC 7677. */
    private static final int ITERATIONS = 4096;

    /** As PostgreSQL has. */
    private static final int SALT_BYTES = 16;

    private static final int KEY_BITS = 256;

    /** More iterations would hold a core for seconds at each try. */
    private static final Pattern FORM = Pattern.compile(
            "SCRAM-SHA-256\\$[1-9]\\d{3,5}:[A-Za-z0-9+/]{4,88}={0,2}\\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=");

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}&&[^ ]]");

    /** What RFC 4013 maps to nothing. */
    private static final Pattern NOTHING =
            Pattern.compile("[\\u00ad\\u034f\\u1806\\u180b-\\u180d\\u200b-\\u200d\\u2060\\ufe00-\\ufe0f\\ufeff]");

    /** @throws IllegalArgumentException if this is no such text; it does not repeat the text */
    public ScramVerifier {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("This is no " + NAME + "$iterations:salt$StoredKey:ServerKey.");
        }
    }

    public static ScramVerifier of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return of(password, salt, ITERATIONS);
    }

    static ScramVerifier of(String password, byte[] salt, int iterations) {
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(prepared(password).toCharArray(), salt, iterations, KEY_BITS))
                    .getEncoded();
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            return new ScramVerifier(NAME + "$" + iterations + ":" + base64(salt) + "$" + base64(stored) + ":"
                    + base64(hmac(salted, "Server Key")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has these algorithms.", e);
        }
    }

    /** A client makes one text of those that look alike, by SASLprep (RFC 4013), before it proves anything. */
    private static String prepared(String password) {
        String plain = NOTHING.matcher(SPACES.matcher(password).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A verifier does not get into a log: whoever has it can guess passwords. */
    @Override
    public String toString() {
        return "ScramVerifier[…]";
    }
}
