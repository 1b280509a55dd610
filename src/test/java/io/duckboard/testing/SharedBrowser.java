package io.duckboard.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for all browser tests of a JVM. It ends with the last of them. Each test has its own visitors. */
final class SharedBrowser implements BeforeAllCallback {

    private static final ExtensionContext.Namespace OF_THE_JVM = ExtensionContext.Namespace.create(SharedBrowser.class);

    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(OF_THE_JVM)
                .computeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
    }

    Browser get() {
        return Objects.requireNonNull(browser);
    }
}
