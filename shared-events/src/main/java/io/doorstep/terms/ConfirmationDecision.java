package io.doorstep.terms;

/** 司法确认结果。 What the court made of an agreement that the parties asked it to confirm (Med. 33). */
public enum ConfirmationDecision {
    /** 确认有效。 The agreement is valid and can be enforced. */
    CONFIRMED,
    /** 不予确认。 The court did not confirm it. */
    NOT_CONFIRMED
}
