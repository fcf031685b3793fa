package io.doorstep.reminders;

/** 送达方式。 How a reminder reaches somebody. */
public enum Carrier {
    /** 站内。 It stands on his page. */
    PAGE,
    /** 邮件。 By SMTP, to the address that he gave. */
    MAIL,
    /** 推送。 A signed call to the gateway of the house. */
    WEBHOOK
}
