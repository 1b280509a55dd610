/** Commands about tokens, by which programs ask. */
@NullMarked
package io.duckboard.cli.token;

import org.jspecify.annotations.NullMarked;
