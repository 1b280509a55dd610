package io.duckboard.security.signin;

import io.duckboard.security.SignInEvent;
import io.duckboard.security.SignInLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends somebody who was not let in back to the page where people sign in, which says why. */
final class Refused implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refused.class);

    private final SignInLog log;
    private final Optional<UsersFile> users;

    Refused(SignInLog log, Optional<UsersFile> users) {
        this.log = log;
        this.users = users;
    }

    /** What is wrong with a token whose times are not this machine's: its end, its beginning, or when it was made. */
    private static final Pattern TIMES = Pattern.compile("\\b(exp|nbf|iat)=|Jwt (expired|used before)");

    /** Somebody came back with an answer to a question that this session has not asked. */
    private static final Set<String> NOT_ASKED =
            Set.of("authorization_request_not_found", "invalid_state_parameter", "invalid_nonce");

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Trouble trouble = trouble(refusal);
        LOG.warn("sign-in from {} failed: {}", request.getRemoteAddr(), reason(trouble, refusal));
        log.add(new SignInEvent.Refused(
                known(request), request.getRemoteAddr(), trouble.words().message()));
        response.sendRedirect(request.getContextPath() + trouble.address());
    }

    private Optional<String> known(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("name"))
                .flatMap(name -> users.flatMap(file -> file.find(name)))
                .map(User::name);
    }

    static Trouble trouble(AuthenticationException refusal) {
        return switch (refusal) {
            case TooManyTriesException _ -> Trouble.WAIT;
            case BadCredentialsException _ -> Trouble.WRONG;
            case OAuth2AuthenticationException answer -> trouble(answer);
            default -> Trouble.SERVER;
        };
    }

    private static Trouble trouble(OAuth2AuthenticationException answer) {
        String code = answer.getError().getErrorCode();
        if (code.equals(OidcPeople.NO_ROLE)) {
            return Trouble.NO_ROLE;
        }
        if (code.equals("access_denied")) {
            return Trouble.DENIED;
        }
        if (NOT_ASKED.contains(code)) {
            return Trouble.STALE;
        }
        return code.equals("invalid_id_token")
                        && TIMES.matcher(String.valueOf(answer.getMessage())).find()
                ? Trouble.CLOCK
                : Trouble.SERVER;
    }

    /** What a server says is one line of the log, whatever is in it. */
    private static String reason(Trouble trouble, AuthenticationException refusal) {
        return trouble.word() + " (" + String.valueOf(refusal.getMessage()).replaceAll("\\p{Cntrl}+", " ") + ")";
    }
}
