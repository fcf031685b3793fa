package io.doorstep.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** 最后一道。 What fails outside of endpoints, as a page while it is written: the server's own log would quote what somebody typed. */
public final class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException bug) {
            var trace = Trace.currentOrNew();
            LOG.error("unforeseen failure, trace {}: {}", trace, Traces.withoutData(bug));
            if (!response.isCommitted()) {
                response.reset();
                response.setHeader(Trace.HEADER, trace);
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }
}
