/** An answer and what it took, as text: tables for people, and what programs read. */
@NullMarked
package io.duckboard.cli.format;

import org.jspecify.annotations.NullMarked;
