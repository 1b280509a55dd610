@NullMarked
package io.duckboard.cli.answer;

import org.jspecify.annotations.NullMarked;
