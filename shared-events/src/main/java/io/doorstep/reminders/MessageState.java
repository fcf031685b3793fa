package io.doorstep.reminders;

/** 送达状态。 How far a message has come. */
public enum MessageState {
    /** 待发。 Waits for its hour, or to be tried again. */
    WAITING,
    /** 发送中。 A node has it in hand. */
    SENDING,
    /** 已送达。 It was taken at the other end, or stands on the page. */
    SENT,
    /** 已读。 He said that he knows. */
    READ,
    /** 已撤销。 It was done before anybody was told, or somebody decided that it need not be sent. */
    DROPPED,
    /** 搁置。 It could not be sent, or nobody knows whether it was; a person decides. */
    PARKED
}
