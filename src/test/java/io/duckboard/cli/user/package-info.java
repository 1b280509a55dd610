@NullMarked
package io.duckboard.cli.user;

import org.jspecify.annotations.NullMarked;
