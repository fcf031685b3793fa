package io.doorstep.standalone.demo;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.identity.Actor;
import java.time.Instant;

/**
 * One thing that somebody does about a case.
 *
 * @param key of its receipt: a load that was cut off goes on where it was
 */
record Step(String key, Instant when, Actor who, CaseCommand command) {}
