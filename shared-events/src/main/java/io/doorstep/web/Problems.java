package io.doorstep.web;

import io.doorstep.identity.guard.SlowedDown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.json.JsonMapper;

/** 说“不”。 Every no as an RFC 9457 problem, in the reader's language; what nobody foresaw is a 500 with a trace id. */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Seconds after which to ask again, in {@code Retry-After}. */
    public static final String SHORTLY = "5";

    private final MessageSource messages;

    public Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** One entry of {@code errors}. */
    public record FieldError(String field, String code, String message) {}

    @ExceptionHandler
    ProblemDetail malformed(Malformed malformed, Locale locale) {
        return malformed(malformed.problems(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Named refused, Locale locale) {
        var answer = ResponseEntity.status(refused.status());
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, SHORTLY);
        }
        return answer.body(problem(refused.status(), refused.code(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> slowed(SlowedDown slowed, Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(slowed.seconds()))
                .body(problem(HttpStatus.TOO_MANY_REQUESTS, "SLOWED_DOWN", locale));
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException thrown) {
        throw thrown;
    }

    /** Names and values that no request may have, found only when they are looked at. */
    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException rejected, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "MALFORMED", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception bug, Locale locale) {
        var outage = Outage.behind(bug);
        if (outage.isPresent()) {
            LOG.warn("not answered, {}: {}", outage.get(), bug.getClass().getName());
            return refused(
                    new Named(HttpStatus.SERVICE_UNAVAILABLE, outage.get().name()), locale);
        }
        var trace = Trace.currentOrNew();
        LOG.error("unforeseen failure, trace {}: {}", trace, Traces.withoutData(bug));
        var problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "UNFORESEEN", locale);
        problem.setProperty("trace", trace);
        return ResponseEntity.internalServerError().body(problem);
    }

    /** The problem of a named refusal, with title and detail in the reader's language. */
    public ProblemDetail problem(HttpStatusCode status, String code, Locale locale) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:doorstep:problem:" + code));
        problem.setTitle(messages.getMessage("refusal." + code, null, code, locale));
        problem.setProperty("code", code);
        Trace.current().ifPresent(trace -> problem.setProperty("trace", trace));
        return problem;
    }

    /** Writes a problem where no endpoint can. */
    public void write(
            HttpStatus status, String code, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = problem(status, code, locale);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", String.valueOf(problem.getType()));
        body.put("title", String.valueOf(problem.getTitle()));
        body.put("status", status.value());
        body.put("instance", request.getRequestURI());
        body.put("code", code);
        Trace.current().ifPresent(trace -> body.put("trace", trace));
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SHORTLY);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    private ProblemDetail malformed(List<FieldProblem> problems, Locale locale) {
        var problem = problem(HttpStatus.BAD_REQUEST, "MALFORMED", locale);
        problem.setProperty(
                "errors",
                problems.stream()
                        .map(field -> new FieldError(field.field(), field.code(), message(field, locale)))
                        .toList());
        return problem;
    }

    private String message(FieldProblem field, Locale locale) {
        return String.valueOf(
                messages.getMessage("field." + field.code(), field.arguments().toArray(), field.code(), locale));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.resolve(status.value());
        var code = known == null ? "MALFORMED" : known.name();
        return ResponseEntity.status(status)
                .headers(headers)
                .body(problem(status, code, LocaleContextHolder.getLocale()));
    }
}
