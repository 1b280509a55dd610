package io.duckboard.security;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names by which clients may call the app, besides loopback and the address that it is bound to.
 *
 * @param hosts names without ports: what a proxy, or people in the same network, call this machine
 */
@ConfigurationProperties("duckboard")
record HostSettings(@DefaultValue Set<String> hosts) {

    HostSettings {
        hosts = hosts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
