package io.doorstep.query.asof;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** 案情的文字形式。 The JSON in which {@code case_state.detail} keeps a case; it lives no longer than the table. */
public final class CaseJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CaseJson() {}

    static byte[] write(CaseAsOf state) {
        return JSON.writeValueAsBytes(state);
    }

    public static CaseAsOf read(byte[] detail) {
        return JSON.readValue(detail, CaseAsOf.class);
    }
}
