/** The page on which people make, see and revoke tokens. */
@NullMarked
package io.duckboard.tokenpage.ui;

import org.jspecify.annotations.NullMarked;
