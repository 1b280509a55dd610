@NullMarked
package io.duckboard.cli.query;

import org.jspecify.annotations.NullMarked;
