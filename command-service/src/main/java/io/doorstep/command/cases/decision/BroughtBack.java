package io.doorstep.command.cases.decision;

/**
 * 带回的记录。 What somebody brings back of a case that he took along: it is taken in even when others have the case by then, for it
 * happened (docs/decisions/0031).
 */
public interface BroughtBack extends CaseCommand {}
