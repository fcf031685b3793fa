package io.doorstep.terms;

import java.util.EnumSet;
import java.util.Set;

/** 办理结果。 How the procedure ended (Reg. 31, 32; Med. 28). */
public enum ResolutionOutcome {
    /** 支持诉求。 The request was granted. */
    SUPPORTED,
    /** 部分支持。 It was granted in part. */
    PARTLY_SUPPORTED,
    /** 不予支持。 It was not granted. */
    NOT_SUPPORTED,
    /** 调解成功。 The parties agreed. */
    MEDIATED,
    /** 解释说明。 The rules were explained. */
    EXPLAINED,
    /** 采纳建议。 A suggestion was taken up. */
    ADOPTED,
    /** 未采纳建议。 A suggestion was looked at and not taken up, for reasons that were given. */
    NOT_ADOPTED;

    private static final Set<ResolutionOutcome> OF_SUGGESTIONS = EnumSet.of(EXPLAINED, ADOPTED, NOT_ADOPTED);

    /** Whether a matter of this kind can end so; a request can be mediated between its parties as well (Reg. 33). */
    public boolean fits(CaseKind kind) {
        return switch (kind) {
            case SUGGESTION -> OF_SUGGESTIONS.contains(this);
            case ACCUSATION -> this != MEDIATED && !isOfSuggestions();
            case PETITION, DISPUTE, VILLAGE_ISSUE -> !isOfSuggestions();
        };
    }

    /** Whether only a suggestion ends so. */
    public boolean isOfSuggestions() {
        return this == ADOPTED || this == NOT_ADOPTED;
    }
}
