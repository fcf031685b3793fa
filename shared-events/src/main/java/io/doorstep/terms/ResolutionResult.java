package io.doorstep.terms;

/** 化解与否。 Whether the end of the procedure settled the matter in substance. */
public enum ResolutionResult {
    /** 化解。 Settled in substance. */
    SETTLED,
    /** 办结。 The procedure ended; the matter itself is not settled. */
    ENDED
}
