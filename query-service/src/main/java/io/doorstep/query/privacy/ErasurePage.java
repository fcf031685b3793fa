package io.doorstep.query.privacy;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasurePage {

    private final ErasureList list;

    ErasurePage(ErasureList list) {
        this.list = list;
    }

    record Requests(List<ErasureLine> open, List<ErasureLine> decided) {}

    @GetMapping("/api/erasures")
    Requests all() {
        var reader = MaySeeErasures.or403();
        return new Requests(list.open(reader), list.decided(reader));
    }
}
