@NullMarked
package io.duckboard.format;

import org.jspecify.annotations.NullMarked;
