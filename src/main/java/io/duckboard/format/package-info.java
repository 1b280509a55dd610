/** Answers as text that may stand anywhere: values, JSON, Markdown, and tabs for spreadsheets. */
@NullMarked
package io.duckboard.format;

import org.jspecify.annotations.NullMarked;
