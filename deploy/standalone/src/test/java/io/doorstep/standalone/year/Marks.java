package io.doorstep.standalone.year;

import tools.jackson.databind.json.JsonMapper;

/** 期限已过的记录。 A mark as it lies in the database. */
final class Marks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Marks() {}

    static String of(byte[] payload) {
        var fact = JSON.readTree(payload);
        return fact.get("caseId").stringValue() + " " + fact.get("clock").stringValue() + " "
                + fact.get("cycle").intValue() + " " + fact.get("lastDay").stringValue();
    }
}
