package io.doorstep.terms;

/** 领导职级。 What a leader is who goes to the villages in a no-meeting week; the rules say which visits are his. */
public enum LeaderRank {
    /** 县级领导。 Leads the county. */
    COUNTY_LEADER,
    /** 乡镇（街道）主要负责人。 The township's principal. */
    TOWNSHIP_PRINCIPAL,
    /** 乡镇（街道）班子成员。 A deputy township leader. */
    TOWNSHIP_DEPUTY,
    /** 驻村干部。 Stationed in villages. */
    STATIONED_CADRE,
    /** 村干部。 Of the village. */
    VILLAGE_CADRE,
    /** 联席会议成员。 Audits and samples. */
    COORDINATION_GROUP
}
