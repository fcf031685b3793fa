package io.doorstep.query.asof;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 读己之写。 Makes {@code ?version=n} wait until the reading side has n facts of a case; a 503 when that takes too long. */
public final class VersionGate {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FactTable facts;
    private final Arrivals arrivals;
    private final Duration patience;

    public VersionGate(FactTable facts, Arrivals arrivals) {
        this(facts, arrivals, PATIENCE);
    }

    VersionGate(FactTable facts, Arrivals arrivals, Duration patience) {
        this.facts = facts;
        this.arrivals = arrivals;
        this.patience = patience;
    }

    /** Returns once the case has that many facts; at once when no version is asked for. */
    public void await(String caseId, @Nullable Long version) {
        if (version != null && !arrivals.await(() -> facts.count(caseId) >= version, patience)) {
            throw new NotYet();
        }
    }

    /** 尚未读到。 The projection has not come so far yet. */
    static final class NotYet extends ErrorResponseException {

        NotYet() {
            super(HttpStatus.SERVICE_UNAVAILABLE);
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "1");
            return headers;
        }
    }
}
