package io.doorstep.command.cases.visit;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
import io.doorstep.identity.TokenAuthentication;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.FormConverter;
import io.doorstep.web.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 收走访记录。 Takes a visit in from the desk, from a telephone, or from the file of one, and says what it leaves open. */
@Component
public class Visiting {

    private final Counter counter;
    private final FrontDesk frontDesk;
    private final Desk desk;

    Visiting(Counter counter, FrontDesk frontDesk, Desk desk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
        this.desk = desk;
    }

    VisitReceipt take(CaseId id, VisitForm form, Ask ask) {
        var brought = TokenAuthentication.device().isPresent();
        return take(id, brought ? form.brought() : form, List.of(), brought, ask);
    }

    /**
     * Takes in what a telephone sealed; the same visit from the telephone itself is the same.
     *
     * @param visit JSON of the form
     * @param owner whose telephone it is; he went, unless the form names others
     */
    public void bring(CaseId id, byte[] visit, String owner, Ask ask) {
        var path = "/api/cases/" + id.value() + "/visits";
        var form = FormConverter.parse(new String(visit, StandardCharsets.UTF_8), VisitForm.class, "file")
                .brought();
        if (form.visitId() == null) {
            throw new Malformed(FieldProblem.of("visitId", "REQUIRED"));
        }
        take(id, form, List.of(owner), true, new Ask(ask.actor(), path, null, null));
    }

    private VisitReceipt take(CaseId id, VisitForm form, List<String> otherwise, boolean brought, Ask ask) {
        form.check(frontDesk.on(form.happened()));
        var command = form.command(id, otherwise, brought);
        var receipt = form.visitId() == null
                ? counter.take(command, ask, form)
                : counter.take(command, ask, form, "visit:" + form.visitId());
        return receipt(receipt.getBody(), command);
    }

    private VisitReceipt receipt(@Nullable Receipt receipt, RecordVisit command) {
        if (receipt == null) {
            throw new IllegalStateException("a command is answered with its receipt");
        }
        var open = desk.leftOpen(receipt.caseId(), command.visitId().toString());
        return new VisitReceipt(receipt.caseId(), receipt.number(), receipt.version(), open);
    }
}
