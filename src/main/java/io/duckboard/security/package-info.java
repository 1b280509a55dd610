/** Who may do what, and whose is what; and which requests are let in at all. */
@NullMarked
package io.duckboard.security;

import org.jspecify.annotations.NullMarked;
