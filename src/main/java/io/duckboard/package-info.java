/** The app as a Spring Boot application, and what it says when it cannot start. */
@NullMarked
package io.duckboard;

import org.jspecify.annotations.NullMarked;
