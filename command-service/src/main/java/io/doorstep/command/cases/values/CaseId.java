package io.doorstep.command.cases.values;

import java.util.UUID;

/** 案件标识。 A UUID that the client may make; says nothing about anybody. */
public record CaseId(UUID uuid) {

    public String value() {
        return uuid.toString();
    }

    @Override
    public String toString() {
        return value();
    }
}
