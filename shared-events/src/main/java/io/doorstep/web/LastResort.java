package io.doorstep.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** 最后一道。 What fails outside of endpoints, as a page while it is written: the server's own log would quote what somebody typed. */
public final class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final Problems problems;
    private final LocaleResolver locales;
    private final ClassPathResource page = new ClassPathResource("outage.html");

    public LastResort(Problems problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException bug) {
            var trace = Trace.currentOrNew();
            var outage = Outage.behind(bug);
            if (outage.isPresent()) {
                LOG.warn("not answered, {}: {}", outage.get(), bug.getClass().getName());
            } else {
                LOG.error("unforeseen failure, trace {}: {}", trace, Traces.withoutData(bug));
            }
            if (response.isCommitted()) {
                return;
            }
            response.reset();
            response.setHeader(Trace.HEADER, trace);
            if (outage.isPresent()) {
                sayAway(outage.get(), request, response);
            } else {
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** Without a session, a name or anything else that the database would be asked for. */
    private void sayAway(Outage outage, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(
                    HttpStatus.SERVICE_UNAVAILABLE, outage.name(), locales.resolveLocale(request), request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, Problems.SHORTLY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/html;charset=utf-8");
        try (var words = page.getInputStream()) {
            words.transferTo(response.getOutputStream());
        }
    }
}
