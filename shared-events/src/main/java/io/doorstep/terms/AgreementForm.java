package io.doorstep.terms;

/** 协议形式。 How the parties put down what they agreed on (Med. 28). */
public enum AgreementForm {
    /** 书面协议。 A written agreement, signed by the parties and the mediator. */
    WRITTEN,
    /** 口头协议。 An oral agreement, of which the mediator keeps a record. */
    ORAL
}
