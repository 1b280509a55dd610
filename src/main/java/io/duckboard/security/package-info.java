/** Who may do what, who owns what, and which requests are let in at all. */
@NullMarked
package io.duckboard.security;

import org.jspecify.annotations.NullMarked;
