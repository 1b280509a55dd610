/** The dashboard's page. */
@NullMarked
package io.duckboard.dashboard.ui;

import org.jspecify.annotations.NullMarked;
