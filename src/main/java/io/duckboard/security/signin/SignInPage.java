package io.duckboard.security.signin;

import io.duckboard.security.SignInSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/**
 * The page where people sign in. The server writes it as it is, without Vaadin: a stranger gets no session of pages, and
 * nothing of the app.
 */
final class SignInPage extends HttpFilter {

    static final String ADDRESS = "/sign-in";

    private static final long serialVersionUID = 1L;

    private static final String FORM = """
            <form method="post" action="sign-in">
              <label for="name">Name</label>
              <input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required
                autofocus>
              <label for="password">Password</label>
              <input id="password" name="password" type="password" autocomplete="current-password" required>
              <button>Sign in</button>
            </form>
            """;

    private final String page;
    private final String ways;

    SignInPage(SignInSettings settings) throws IOException {
        this.page = text("sign-in.html").replace("<!--scheme-->", text("/color-scheme.js"));
        this.ways = settings.users().map(_ -> FORM).orElse("")
                + settings.oidc().issuer().map(SignInPage::link).orElse("");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getServletPath().equals(ADDRESS) || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        String said =
                Trouble.named(request.getParameter("why")).map(SignInPage::said).orElse("");
        response.getWriter().print(page.replace("<!--ways-->", ways).replace("<!--said-->", said));
    }

    private static String said(Trouble trouble) {
        return """
                <div class="said" role="alert"><strong>%s</strong> %s</div>
                """.formatted(
                        HtmlUtils.htmlEscape(trouble.words().message()),
                        HtmlUtils.htmlEscape(trouble.words().hint()));
    }

    /** The server's name is enough for people to know it by. */
    private static String link(String issuer) {
        String name = Optional.ofNullable(URI.create(issuer).getHost()).orElse(issuer);
        return """
                <a class="button" href="oauth2/authorization/oidc">Sign in at %s</a>
                """.formatted(HtmlUtils.htmlEscape(name));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SignInPage.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
