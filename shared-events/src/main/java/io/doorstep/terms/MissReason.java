package io.doorstep.terms;

/** 未成行原因。 Why a planned visit was not made. */
public enum MissReason {
    /** 当事人不在。 Nobody was there to meet. */
    PETITIONER_AWAY,
    /** 领导另有任务。 The leader was called away. */
    LEADER_CALLED_AWAY,
    /** 天气、道路。 The weather or the road. */
    WEATHER_OR_ROAD,
    /** 此前已化解。 It was settled before. */
    SETTLED_BEFORE,
    /** 时间不够。 The day was too short. */
    NO_TIME,
    /** 其他。 Something else. */
    OTHER
}
