package io.doorstep.terms;

/** 来访渠道。 The way by which a matter came in (Reg. 17, and local ways). */
public enum Channel {
    /** 来信。 By letter. */
    LETTER,
    /** 来访。 In person. */
    VISIT,
    /** 电话。 By telephone. */
    PHONE,
    /** 网络。 Over the petition website. */
    ONLINE,
    /** 传真。 By fax. */
    FAX,
    /** 无会周。 Found in the no-meeting week. */
    NO_MEETING_WEEK,
    /** 企业日。 Raised on an enterprise day. */
    ENTERPRISE_DAY,
    /** 网上信箱。 Through a leader's mailbox. */
    NET_MAILBOX,
    /** 小板凳议事会。 Raised at a village meeting. */
    VILLAGE_MEETING,
    /** 网格巡查。 Found by a grid patrol. */
    GRID_PATROL,
    /** 热线。 By the service hotline. */
    HOTLINE,
    /** 排查。 Found by a survey. */
    SURVEY
}
