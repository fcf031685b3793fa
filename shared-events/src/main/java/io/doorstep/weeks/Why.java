package io.doorstep.weeks;

/**
 * 缘由。 Why something is as it is in a plan.
 *
 * @param figure that belongs to it: how many leaders, cases or days, or metres; 0 where there is nothing to count
 */
public record Why(Code code, long figure) {

    /** 缘由代码。 Worded in the bundles under its name. */
    public enum Code {
        /** A person decided it. */
        PINNED,
        /** In the leader's own contact townships; so many leaders could have made this visit. */
        OWN_TOWNSHIP,
        /** A county leader, sent beyond his own; so many leaders could have made this visit. */
        BEYOND_OWN_TOWNSHIPS,
        /** So many other cases of the same village are visited with it. */
        WITH_SAME_VILLAGE,
        /** So many cases of other villages of the township are visited the same day. */
        WITH_SAME_TOWNSHIP,
        /** So many metres are added to the way of the day. */
        ADDS_METRES,
        /** Where the place lies is unknown; its way is not counted. */
        PLACE_UNKNOWN,
        /** Left out: nobody goes to the township. */
        NO_LEADER_FOR_TOWNSHIP,
        /** Left out: so many go to the township, and none of them makes this type of visit. */
        NO_RANK_FOR_VISIT,
        /** Left out: so many could go, and all must keep out of it. */
        ALL_RECUSED,
        /** Left out: so many could go, and all are away the whole week. */
        ALL_AWAY,
        /** Left out: all of so many days of leaders who could go are full. */
        LOAD_FULL,
        /** Left out: so many days of leaders who could go have room, in another township. */
        ONE_TOWNSHIP_A_DAY,
        /** Left out: a person took it out, or there is room that nobody has used yet. */
        NOT_PLACED
    }
}
