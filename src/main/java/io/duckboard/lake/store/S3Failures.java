package io.duckboard.lake.store;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a store that speaks S3 says, in sentences. */
final class S3Failures {

    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");

    private final LakeLocation.Bucket lake;
    private final String region;

    S3Failures(LakeLocation.Bucket lake, String region) {
        this.lake = lake;
        this.region = region;
    }

    /** Does it, or says why not. */
    <T> T translating(Path scratch, Callable<T> work) {
        try {
            return work.call();
        } catch (S3Exception e) {
            throw of(e);
        } catch (SdkClientException e) {
            throw of(e);
        } catch (IOException e) {
            throw FolderFailures.of(scratch, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    FailureException of(S3Exception failure) {
        String code = code(failure);
        if (code.equals("NoSuchBucket")) {
            return new FailureException(
                    "There is no bucket " + lake.bucket() + ".",
                    "Make it: duckboard lake create --lake " + lake + ".",
                    failure);
        }
        Optional<String> home = regionOf(failure);
        if (home.isPresent()) {
            return new FailureException(
                    "The bucket " + lake.bucket() + " lies in region " + home.get() + ", and " + region + " was asked.",
                    "Set AWS_REGION=" + home.get() + ".",
                    failure);
        }
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken" ->
                new FailureException(
                        "The store does not accept these AWS credentials (" + code + ").",
                        "Renew them, or choose others with AWS_PROFILE.",
                        failure);
            case "AccessDenied", "AllAccessDisabled" -> denied(failure);
            case "XMinioStorageFull", "InsufficientStorage", "QuotaExceeded" ->
                StoreFailures.full(lake.toString(), failure);
            default -> other(failure, code);
        };
    }

    FailureException of(SdkClientException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("credentials")) {
            return new FailureException(
                    "There are no AWS credentials for " + lake + ".",
                    "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                    failure);
        }
        return new FailureException(
                "The store of " + lake + " does not answer.",
                "Check the network, AWS_REGION and AWS_ENDPOINT_URL_S3.",
                failure);
    }

    static String code(S3Exception failure) {
        return failure.awsErrorDetails() == null || failure.awsErrorDetails().errorCode() == null
                ? ""
                : failure.awsErrorDetails().errorCode();
    }

    /** Where the bucket is, if the store says that it is not here. */
    private Optional<String> regionOf(S3Exception failure) {
        if (failure.statusCode() != 301 && failure.statusCode() != 400) {
            return Optional.empty();
        }
        Matcher expected = EXPECTED_REGION.matcher(String.valueOf(failure.getMessage()));
        Optional<String> named = expected.find() ? Optional.of(expected.group(1)) : header(failure);
        return named.filter(name -> !name.equals(region));
    }

    private static Optional<String> header(S3Exception failure) {
        return Optional.ofNullable(failure.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    }

    private FailureException denied(S3Exception failure) {
        return new FailureException(
                "These AWS credentials have no right to do that in " + lake + ".",
                "Ask for the right, or choose others with AWS_PROFILE.",
                failure);
    }

    /** An answer to HEAD has a status and no code. */
    private FailureException other(S3Exception failure, String code) {
        return switch (failure.statusCode()) {
            case 301 ->
                new FailureException(
                        "The bucket " + lake.bucket() + " lies in another region than " + region + ".",
                        "Set AWS_REGION to the bucket's.",
                        failure);
            case 403 -> denied(failure);
            case 507 -> StoreFailures.full(lake.toString(), failure);
            default ->
                new FailureException(
                        "The store of " + lake + " answered "
                                + (code.isEmpty() ? "with status " + failure.statusCode() : code) + ".",
                        "Run it again; if it stays, look whether the store is well.",
                        failure);
        };
    }
}
