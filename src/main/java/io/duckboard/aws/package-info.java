/** Why AWS, or a store that speaks as S3 does, did not do what it was asked, and what to do about it. */
@NullMarked
package io.duckboard.aws;

import org.jspecify.annotations.NullMarked;
