package io.doorstep.command.visits;

import io.doorstep.command.cases.attach.Attaching;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.visit.Visiting;
import io.doorstep.command.web.Ask;
import io.doorstep.identity.device.Device;
import io.doorstep.identity.device.Devices;
import io.doorstep.visits.OfficeKey;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** 走访数据包。 Visits that a telephone sealed for this office alone and gave out as a file (docs/decisions/0031). */
@Component
class Bundles {

    static final String ARRIVED = "ARRIVED";
    private static final String FORMAT = "doorstep-visits-1";

    private final OfficeKey officeKey;
    private final Devices devices;
    private final Visiting visiting;
    private final Attaching attaching;
    private final JsonMapper json = JsonMapper.builder().build();

    Bundles(OfficeKey officeKey, Devices devices, Visiting visiting, Attaching attaching) {
        this.officeKey = officeKey;
        this.devices = devices;
        this.visiting = visiting;
        this.attaching = attaching;
    }

    enum Sort {
        /** 走访记录。 */
        VISIT,
        /** 文件。 */
        FILE
    }

    /** 一项。 As the telephone sealed it. */
    record Item(
            String id,
            Sort kind,
            UUID caseId,
            @Nullable String sha256,
            @Nullable String name,
            String key,
            String iv,
            String data) {}

    record Bundle(String format, UUID deviceId, List<Item> items) {}

    /** 收取结果。 ARRIVED, or the code of what was wrong with it. */
    record Taken(String id, Sort kind, String caseId, String state) {}

    /** Takes each item for itself: one that is refused does not keep the others back. */
    List<Taken> take(byte[] file, Ask ask) {
        var bundle = read(file);
        var device = devices.find(bundle.deviceId())
                .orElseThrow(() -> new Malformed(FieldProblem.of("file", "UNKNOWN_DEVICE")));
        var taken = new ArrayList<Taken>();
        for (var item : bundle.items()) {
            taken.add(new Taken(item.id(), item.kind(), item.caseId().toString(), take(item, device, ask)));
        }
        return taken;
    }

    private String take(Item item, Device device, Ask ask) {
        try {
            var decoder = Base64.getDecoder();
            var open = officeKey.open(
                    decoder.decode(item.key()),
                    decoder.decode(item.iv()),
                    decoder.decode(item.data()),
                    item.id().getBytes(StandardCharsets.UTF_8));
            if (open.isEmpty()) {
                return "NOT_SEALED_FOR_THIS_OFFICE";
            }
            var caseId = new CaseId(item.caseId());
            if (item.kind() == Sort.VISIT) {
                visiting.bring(caseId, open.get(), device.account(), ask);
            } else {
                attaching.takeOnce(caseId, open.get(), Attaching.nameOf(item.name()), ask);
            }
            return ARRIVED;
        } catch (Named refused) {
            return refused.code();
        } catch (Malformed | IllegalArgumentException unreadable) {
            return "MALFORMED";
        }
    }

    private Bundle read(byte[] file) {
        try {
            var bundle = json.readValue(file, Bundle.class);
            if (FORMAT.equals(bundle.format())) {
                return bundle;
            }
        } catch (JacksonException notOurs) {
            // said below
        }
        throw new Malformed(FieldProblem.of("file", "NOT_A_BUNDLE"));
    }
}
