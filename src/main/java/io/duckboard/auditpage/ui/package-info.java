/** The page that shows operators who did what. */
@NullMarked
package io.duckboard.auditpage.ui;

import org.jspecify.annotations.NullMarked;
