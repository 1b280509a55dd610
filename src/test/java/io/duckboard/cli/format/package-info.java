@NullMarked
package io.duckboard.cli.format;

import org.jspecify.annotations.NullMarked;
