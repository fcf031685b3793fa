package io.doorstep.command.cases.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.doorstep.visits.VisitQuestion;
import java.util.List;

/**
 * 走访收据。 What a visit is answered with.
 *
 * @param remarks why somebody has to look at it and decide; absent when nobody has to
 */
record VisitReceipt(
        String caseId,
        String number,
        long version,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VisitQuestion> remarks) {}
