/** What LocalLambda promises, asked through the AWS SDK. */
@NullMarked
package io.duckboard.engine.local;

import org.jspecify.annotations.NullMarked;
