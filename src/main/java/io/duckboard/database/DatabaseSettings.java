package io.duckboard.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param home the folder of Duckboard's own data on this machine */
@ConfigurationProperties("duckboard")
record DatabaseSettings(Path home) {}
