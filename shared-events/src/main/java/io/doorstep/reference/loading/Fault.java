package io.doorstep.reference.loading;

/** 错误种类。 Every way in which a row can be wrong; the name is the code on the wire. */
public enum Fault {
    /** The table has no heading row. */
    NO_HEADING,
    /** A heading that this kind of table does not have. */
    UNKNOWN_COLUMN,
    /** Two columns with the same meaning. */
    COLUMN_TWICE,
    /** A column that must be there is not. */
    COLUMN_MISSING,
    /** A value that must be there is not. */
    REQUIRED,
    TOO_LONG,
    NOT_A_DATE,
    NOT_A_COORDINATE,
    NOT_YES_OR_NO,
    /** Neither 6, 9 or 12 digits nor a grid below a village. */
    NOT_A_PLACE_CODE,
    /** Letters, digits, dots and hyphens only. */
    NOT_AN_ID,
    /** The id looks like a telephone or identity number. */
    PERSONAL_NUMBER,
    /** The level is not the one that code or parent tell. */
    WRONG_LEVEL,
    /** The parent of a place is the place whose code its own code begins with. */
    WRONG_PARENT,
    UNKNOWN_PARENT,
    UNKNOWN_PLACE,
    UNKNOWN_UNIT,
    /** The entry would lie below itself. */
    CIRCLE,
    /** The same entry twice with the same first day. */
    TWICE,
    /** The last day comes before the first, or into the next version's time. */
    WRONG_END,
    /** A newer version is known: what held in the past is changed only by naming its very first day. */
    TOO_EARLY
}
