package io.doorstep.command.cases.decision;

/** 立案的命令。 A command that begins a case. */
public interface OpeningCommand extends CaseCommand {

    /** Under this name it reaches the handler that makes a new case. */
    String NAME = "OpeningCommand";
}
