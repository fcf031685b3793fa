package io.doorstep.terms;

/** 群众态度。 Where the petitioner stands; not the same as resolved. */
public enum Stance {
    /** 息诉息访。 Accepts the result. */
    ACCEPTS,
    /** 不认可。 Does not accept it. */
    OBJECTS,
    /** 未表态。 Has not made up his mind. */
    UNDECIDED,
    /** 不详。 Nobody asked or could ask. */
    UNKNOWN
}
