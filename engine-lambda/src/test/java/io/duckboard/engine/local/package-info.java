/** Tests of what LocalLambda promises, made through the AWS SDK. */
@NullMarked
package io.duckboard.engine.local;

import org.jspecify.annotations.NullMarked;
