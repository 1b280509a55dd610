@NullMarked
package io.duckboard.cli;

import org.jspecify.annotations.NullMarked;
