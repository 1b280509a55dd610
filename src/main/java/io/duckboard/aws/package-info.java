/** Explains why AWS, or a store that implements the S3 API, refused a request, and what to do about it. */
@NullMarked
package io.duckboard.aws;

import org.jspecify.annotations.NullMarked;
