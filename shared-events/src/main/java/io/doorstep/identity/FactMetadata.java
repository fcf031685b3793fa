package io.doorstep.identity;

/** 事实的元数据。 The keys under which a fact's metadata says who recorded it and how it came in. */
public final class FactMetadata {

    /** Account id of who recorded the fact. */
    public static final String ACTOR = "actor";
    /** Roles of that account at the time, comma-separated. */
    public static final String ROLES = "roles";
    /** Unit of that account at the time; absent when it has none. */
    public static final String UNIT = "unit";
    /** Present when the fact was recorded late or out of order: OUT_OF_ORDER or RECORDED_LATE. */
    public static final String LATE = "late";
    /** Present when the fact comes from a ledger or the demonstration data: id of that import. */
    public static final String IMPORT = "import";
    /** Sealed reason for a late entry, as JSON of a sealed value. */
    public static final String LATE_REASON = "lateReason";

    private FactMetadata() {}
}
