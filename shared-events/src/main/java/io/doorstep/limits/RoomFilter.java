package io.doorstep.limits;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.web.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** 余量关口。 Refuses what would be put on record when there is no room left for it; reading, signing in and out go on. */
public final class RoomFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Seconds: nobody makes room faster. */
    private static final String LATER = "60";

    private final Room room;
    private final SecurityProblems problems;

    public RoomFilter(Room room, SecurityProblems problems) {
        this.room = room;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (room.isLeft()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", LATER);
        problems.write(HttpStatus.SERVICE_UNAVAILABLE, Outage.DISK_FULL.name(), request, response);
    }
}
