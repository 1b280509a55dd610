/** The menu with which people download a whole answer. */
@NullMarked
package io.duckboard.sqlpage.download.ui;

import org.jspecify.annotations.NullMarked;
