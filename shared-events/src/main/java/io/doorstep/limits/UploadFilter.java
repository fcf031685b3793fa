package io.doorstep.limits;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 上传关口。 Before a file is read: only from who is signed in, not larger than an address takes, and not more of them at once than the
 * memory holds, where they stay (decision 26).
 */
public final class UploadFilter extends OncePerRequestFilter {
    /** Largest attachment, 20 MB, and its form. */
    private static final long ATTACHMENT = 21L << 20;
    /** Largest ledger, 100 MB, and its form. */
    private static final long LEDGER = 101L << 20;

    private static final int PATIENCE_SECONDS = 20;

    private final SecurityProblems problems;
    private final Semaphore megabytes;

    /** @param heap bytes that this process may have; a third of them is for files under way, but one always */
    public UploadFilter(SecurityProblems problems, long heap) {
        this.problems = problems;
        this.megabytes =
                new Semaphore((int) Math.max(LEDGER >> 20, Math.min((heap / 3) >> 20, Integer.MAX_VALUE)), true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        if (somebody == null || !(somebody.getPrincipal() instanceof SignedIn)) {
            problems.commence(request, response, new InsufficientAuthenticationException("nobody is signed in"));
            return;
        }
        var most = request.getRequestURI().endsWith("/attachments") ? ATTACHMENT : LEDGER;
        if (request.getContentLengthLong() > most) {
            // the rest of it is not waited for
            response.setHeader("Connection", "close");
            problems.write(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", request, response);
            return;
        }
        var length = request.getContentLengthLong() < 0 ? most : request.getContentLengthLong();
        var weight = (int) (length >> 20) + 1;
        if (!acquired(weight)) {
            response.setHeader("Retry-After", String.valueOf(PATIENCE_SECONDS));
            problems.write(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE", request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            megabytes.release(weight);
        }
    }

    private boolean acquired(int weight) {
        try {
            return megabytes.tryAcquire(weight, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
