package io.duckboard.api;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.http.HttpProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers with a problem whatever goes wrong under {@code /api}, where else the server's page of errors would be. */
@Component
final class ApiFailures implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFailures.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean isOfTheApi =
                failure instanceof ApiException || request.getServletPath().startsWith("/api/");
        if (!isOfTheApi || response.isCommitted()) {
            return null;
        }
        if (failure instanceof ErrorResponse refusal) {
            refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        try {
            problem(failure).write(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static HttpProblem problem(Exception failure) {
        return switch (failure) {
            case ApiException known -> known.problem();
            case FailureException refused -> new HttpProblem(403, Problem.of(ErrorCode.NOT_ALLOWED, refused.failure()));
            case ErrorResponse refusal -> refused(refusal.getStatusCode().value());
            case InvalidParameterException unread -> refused(unread.getErrorCode());
            default -> {
                LOG.error("a request of the API met a fault of the app", failure);
                yield HttpProblem.of(
                        500, ErrorCode.INTERNAL, "Duckboard itself failed on this.", "Its log says more. Try again.");
            }
        };
    }

    /** What Spring refuses by itself: its own words may repeat what was sent. */
    private static HttpProblem refused(int status) {
        String message = switch (HttpStatus.resolve(status)) {
            case METHOD_NOT_ALLOWED -> "There is something at this address, but not by this method.";
            case NOT_ACCEPTABLE -> "The answer cannot be given as what the header Accept says.";
            case UNSUPPORTED_MEDIA_TYPE -> "A body of this Content-Type is not read here.";
            case null, default -> "This request is not understood.";
        };
        return HttpProblem.of(
                status,
                ErrorCode.INVALID_REQUEST,
                message,
                "/api/openapi.json says what each address takes and gives.");
    }
}
