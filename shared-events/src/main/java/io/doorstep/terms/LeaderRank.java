package io.doorstep.terms;

/** 领导职级。 What a leader is who goes to the villages in a no-meeting week; it says which visits are his. */
public enum LeaderRank {
    /** 县级领导。 Leads the county. */
    COUNTY_LEADER(VisitType.DOWN_VISIT),
    /** 乡镇（街道）主要负责人。 The township's principal. */
    TOWNSHIP_PRINCIPAL(VisitType.APPOINTED_VISIT),
    /** 乡镇（街道）班子成员。 A deputy township leader. */
    TOWNSHIP_DEPUTY(VisitType.DOWN_VISIT),
    /** 驻村干部。 Stationed in villages. */
    STATIONED_CADRE(VisitType.DOWN_VISIT),
    /** 村干部。 Of the village. */
    VILLAGE_CADRE(VisitType.DOWN_VISIT),
    /** 联席会议成员。 Audits and samples. */
    COORDINATION_GROUP(VisitType.INSPECTION_VISIT);

    private final VisitType makes;

    LeaderRank(VisitType makes) {
        this.makes = makes;
    }

    /** Whether visits of this type are his to make. */
    public boolean makes(VisitType type) {
        return makes == type;
    }

    /** Whether he may be sent beyond his own contact townships; those come first nevertheless. */
    public boolean goesAnywhere() {
        return this == COUNTY_LEADER;
    }
}
