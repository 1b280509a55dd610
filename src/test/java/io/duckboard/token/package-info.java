@NullMarked
package io.duckboard.token;

import org.jspecify.annotations.NullMarked;
