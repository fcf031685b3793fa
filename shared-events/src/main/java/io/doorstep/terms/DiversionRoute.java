package io.doorstep.terms;

/** 分离途径。 Where a matter goes that petition work may not decide. */
public enum DiversionRoute {
    /** 诉讼。 To a court. */
    COURT,
    /** 仲裁。 To arbitration. */
    ARBITRATION,
    /** 党纪。 To the party's discipline organs. */
    PARTY,
    /** 行政。 To administrative review or another statutory procedure. */
    ADMINISTRATIVE
}
