/** Commands about the people who sign in. */
@NullMarked
package io.duckboard.cli.user;

import org.jspecify.annotations.NullMarked;
