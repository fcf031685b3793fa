package io.doorstep.traces;

import io.doorstep.web.Trace;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** 请求跨度。 The span of a request, named by the pattern of its address: neither the address itself nor anything that was sent. */
public final class RequestSpans extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int OUR_FAULT = 500;

    private final Spans spans;

    public RequestSpans(Spans spans) {
        this.spans = spans;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var span = spans.request(Trace.currentOrNew());
        try {
            chain.doFilter(request, response);
        } finally {
            var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
            span.updateName(method).setAttribute("http.request.method", method);
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
                span.updateName(method + " " + route).setAttribute("http.route", route);
            }
            span.setAttribute("http.response.status_code", response.getStatus());
            if (response.getStatus() >= OUR_FAULT) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
