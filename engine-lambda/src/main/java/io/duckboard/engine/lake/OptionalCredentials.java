package io.duckboard.engine.lake;

/** Keys if there are any. Public data is read without, and a search for keys that do not exist takes seconds. */
final class OptionalCredentials implements S3Credentials {

    private final S3Credentials credentials;
    private boolean absent;

    OptionalCredentials(S3Credentials credentials) {
        this.credentials = credentials;
    }

    /** {@link S3Keys#NONE} if there are none. */
    @Override
    public synchronized S3Keys keys() {
        if (absent) {
            return S3Keys.NONE;
        }
        try {
            return credentials.keys();
        } catch (LakeException e) {
            absent = true;
            return S3Keys.NONE;
        }
    }

    @Override
    public synchronized void renew() {
        absent = false;
    }
}
