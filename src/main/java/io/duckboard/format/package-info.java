/** Writes answers as text that is safe anywhere: values, JSON, Markdown, and tab-separated text for spreadsheets. */
@NullMarked
package io.duckboard.format;

import org.jspecify.annotations.NullMarked;
