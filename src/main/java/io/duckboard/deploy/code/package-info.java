/** The engine's package, and the bucket that Lambda takes it from. */
@NullMarked
package io.duckboard.deploy.code;

import org.jspecify.annotations.NullMarked;
