package io.duckboard.transform.project;

/**
 * A value of a model's or a test's configuration.
 *
 * @param value a text, number or Boolean, or lists and maps of such
 */
public record Setting(Object value, Place place) {}
