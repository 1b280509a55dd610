/** What plays AWS in the tests. */
@NullMarked
package io.duckboard.testing.cloud;

import org.jspecify.annotations.NullMarked;
