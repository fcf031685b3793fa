package io.doorstep.command.cases.values;

import org.jspecify.annotations.Nullable;

/**
 * 承办方。 Who answers for a case: a unit, and perhaps one officer of it.
 *
 * @param leadOfficer the leader who answers for a hard case (包案领导)
 */
public record Assignee(
        String unit, @Nullable String officer, @Nullable String leadOfficer) {}
