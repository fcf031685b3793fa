package io.doorstep.command.cases.decision;

/**
 * 收据。 What a command is answered with.
 *
 * @param version how many facts the case has now
 */
public record Receipt(String caseId, String number, long version) {}
