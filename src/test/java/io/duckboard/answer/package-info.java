@NullMarked
package io.duckboard.answer;

import org.jspecify.annotations.NullMarked;
