/** Who may do what, and whose is what. */
@NullMarked
package io.duckboard.security;

import org.jspecify.annotations.NullMarked;
