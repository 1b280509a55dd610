@NullMarked
package io.duckboard.api;

import org.jspecify.annotations.NullMarked;
