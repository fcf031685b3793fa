package io.doorstep.standalone.wiring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** 不予启动。 Settings that the product does not start with: the operator reads the sentence that says why, and no stack trace. */
final class RefusedStart extends IllegalStateException {

    RefusedStart(String why) {
        super(why);
    }

    /** 说明。 Tells the sentence alone. */
    static final class Told extends AbstractFailureAnalyzer<RefusedStart> {
        @Override
        protected FailureAnalysis analyze(Throwable root, RefusedStart refused) {
            return new FailureAnalysis(String.valueOf(refused.getMessage()), null, refused);
        }
    }
}
