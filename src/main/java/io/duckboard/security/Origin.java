package io.duckboard.security;

/**
 * From where somebody asks.
 *
 * @param address the network address, as the server or the proxy that it believes states it; empty for the app itself
 */
public record Origin(String address, Way way) {

    /** The app asks by itself, for nobody in particular. */
    public static final Origin APP = new Origin("", Way.APP);
}
