package io.doorstep.query.duework;

import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 谁的事。 Whose due work is asked for. */
enum Whose {
    /** 我的。 What waits for the reader himself. */
    MINE,
    /** 本单位的。 What waits for the reader's unit and those below it. */
    UNIT,
    /** 全部。 All that the reader may know of. */
    ALL;

    /** As asked for; or else what the reader is most likely to look for. */
    static Whose parse(@Nullable String text, Actor reader) {
        if (text == null || text.isBlank()) {
            return reader.is(Role.SUPERVISOR, Role.COORDINATION_GROUP) ? ALL : reader.is(Role.UNIT_HEAD) ? UNIT : MINE;
        }
        return Arrays.stream(values())
                .filter(one -> one.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.of("whose", "UNKNOWN_CONSTANT", "mine, unit, all")));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
