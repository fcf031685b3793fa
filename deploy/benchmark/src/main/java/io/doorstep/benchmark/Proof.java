package io.doorstep.benchmark;

import io.doorstep.benchmark.Contestant.Kept;

/** 验证。 That a contestant really does all seven steps: without it the fastest would be whoever does nothing. */
final class Proof {

    private Proof() {}

    /** Lives one case and looks at what is there of it; throws when anything is missing. */
    static void of(Contestants which, Contestant contestant) throws Exception {
        var life = Life.random();
        for (var step : Step.values()) {
            contestant.take(step, life);
        }
        contestant.settle();
        var lists = which != Contestants.RAW_EVENT;
        var all = Step.values().length;
        var kept = contestant.kept(life);
        if (!kept.equals(new Kept(all, all, lists, lists, lists))) {
            throw new IllegalStateException(which + " did not do its work: " + kept);
        }
    }
}
