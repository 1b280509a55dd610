/** Stand-ins for AWS in tests. */
@NullMarked
package io.duckboard.testing.cloud;

import org.jspecify.annotations.NullMarked;
