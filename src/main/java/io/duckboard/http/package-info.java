/** What HTTP answers to programs have in common. */
@NullMarked
package io.duckboard.http;

import org.jspecify.annotations.NullMarked;
