package io.doorstep.command.erasure;

import io.doorstep.command.web.Ask;
import io.doorstep.erasure.ErasureGround;
import io.doorstep.erasure.ErasureRefusal;
import io.doorstep.web.Form;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasureEndpoint {

    private final ErasureDesk desk;

    ErasureEndpoint(ErasureDesk desk) {
        this.desk = desk;
    }

    /**
     * 请求。
     *
     * @param petitioner which one of the case, counted from 1; may be missing when there is only one
     */
    record RequestForm(@Nullable Integer petitioner, ErasureGround ground) implements Form {}

    record ApprovalForm() implements Form {}

    record RefusalForm(ErasureRefusal reason) implements Form {}

    @PostMapping("/api/cases/{id}/erasures")
    ResponseEntity<ErasureDesk.Answer> request(@PathVariable UUID id, @RequestBody RequestForm form, Ask ask) {
        var petitioner = form.petitioner();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(desk.request(ask.actor(), id.toString(), petitioner == null ? 1 : petitioner, form.ground()));
    }

    @PostMapping("/api/erasures/{id}/approvals")
    ErasureDesk.Answer approve(@PathVariable UUID id, @RequestBody ApprovalForm form, Ask ask) {
        return desk.approve(ask.actor(), id.toString());
    }

    @PostMapping("/api/erasures/{id}/refusal")
    ErasureDesk.Answer refuse(@PathVariable UUID id, @RequestBody RefusalForm form, Ask ask) {
        return desk.refuse(ask.actor(), id.toString(), form.reason());
    }
}
