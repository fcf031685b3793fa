package io.doorstep.query.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** 履职行。 All duties of one unit, month …, or of the whole scope. */
final class ComplianceRow {

    private final String key;
    private final int depth;
    private String name;
    private final Map<String, DutyCount> duties = new LinkedHashMap<>();

    /** @param depth how many units stand above it */
    ComplianceRow(String key, int depth) {
        this.key = key;
        this.depth = depth;
        this.name = key;
        for (var duty : LegalDuty.values()) {
            duties.put(duty.key(), new DutyCount());
        }
    }

    void add(Owed owed) {
        of(owed.duty()).add(owed);
    }

    void named(String name) {
        this.name = name;
    }

    DutyCount of(LegalDuty duty) {
        return Objects.requireNonNull(duties.get(duty.key()));
    }

    /** Whether anything counts there. */
    public boolean tells(String duty) {
        var count = Objects.requireNonNull(duties.get(duty));
        return count.owed() + count.notYetDue() + count.of(Verdict.EXCLUDED.key()) > 0;
    }

    @JsonProperty
    public String key() {
        return key;
    }

    @JsonProperty
    public String name() {
        return name;
    }

    @JsonProperty
    public int depth() {
        return depth;
    }

    @JsonProperty
    public Map<String, DutyCount> duties() {
        return duties;
    }
}
