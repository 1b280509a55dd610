@NullMarked
package io.duckboard.security.signin;

import org.jspecify.annotations.NullMarked;
