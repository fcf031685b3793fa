package io.doorstep.terms;

/** 事项类别。 What sort of matter a case is. */
public enum CaseKind {
    /** 申诉求决。 A petition for a decision. */
    PETITION,
    /** 建议意见。 A suggestion. */
    SUGGESTION,
    /** 检举控告。 An accusation; sealed from the accused unit. */
    ACCUSATION,
    /** 矛盾纠纷。 A dispute for people's mediation. */
    DISPUTE,
    /** 村级问题。 An item of a village meeting's duty list. */
    VILLAGE_ISSUE
}
