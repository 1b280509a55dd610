/** The app as a Spring Boot application, and what is said when it cannot start. */
@NullMarked
package io.duckboard;

import org.jspecify.annotations.NullMarked;
