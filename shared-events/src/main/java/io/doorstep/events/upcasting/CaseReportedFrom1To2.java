package io.doorstep.events.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 of 登记 carried keyed hashes of numbers; nobody reads them there any more (docs/decisions/0022). */
final class CaseReportedFrom1To2 extends SingleEventUpcaster {

    private static final String TYPE = "io.doorstep.events.cases.CaseReported";
    private static final SimpleSerializedType FROM = new SimpleSerializedType(TYPE, "1");
    private static final SimpleSerializedType TO = new SimpleSerializedType(TYPE, "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FROM);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(TO, JsonNode.class, CaseReportedFrom1To2::withoutHashes);
    }

    private static JsonNode withoutHashes(JsonNode report) {
        report.path("petitioners").forEach(petitioner -> {
            ((ObjectNode) petitioner).remove("phoneHash");
            ((ObjectNode) petitioner).remove("idHash");
        });
        return report;
    }
}
