package io.doorstep.events.upcasting;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** 升级链。 Every upcaster, oldest first; both services read history through this one chain. */
public final class EventUpcasters {

    private EventUpcasters() {}

    public static EventUpcasterChain inOrder() {
        return new EventUpcasterChain(new CaseResolvedFrom1To2(), new CaseReportedFrom1To2());
    }
}
