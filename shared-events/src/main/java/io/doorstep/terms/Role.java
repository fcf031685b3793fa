package io.doorstep.terms;

/** 角色。 What somebody may do in Doorstep. */
public enum Role {
    /** 信访专员。 Logs and assigns cases. */
    PETITION_OFFICER,
    /** 分流员。 Assigns cases and decides on returns. */
    DISPATCHER,
    /** 承办人。 Handles the cases of a unit. */
    HANDLER,
    /** 单位负责人。 Heads a unit. */
    UNIT_HEAD,
    /** 走访干部。 Takes cases to the village. */
    VISITING_CADRE,
    /** 调解员。 Mediates disputes. */
    MEDIATOR,
    /** 联席会议。 Audits petition work and samples closed cases. */
    COORDINATION_GROUP,
    /** 督查员。 Audits, urges and supervises. */
    SUPERVISOR,
    /** 销号审批人。 Strikes cases off the problem list. */
    CLOSEOUT_APPROVER,
    /** 统计员。 Reads figures. */
    STATISTICIAN,
    /** 个人信息保护负责人。 Answers for personal data. */
    PRIVACY_OFFICER,
    /** 管理员。 Keeps accounts and reference data; the system's part where administration is separated. */
    ADMINISTRATOR,
    /** 安全管理员。 Grants rights where administration is separated. */
    SECURITY_ADMINISTRATOR,
    /** 审计员。 Reads what administrators did, and the security log. */
    AUDITOR,
    /** 上级联通。 No person: the office of the level above, which copies the facts that may go up. */
    UPPER_LEVEL
}
