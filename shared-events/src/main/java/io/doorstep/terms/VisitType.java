package io.doorstep.terms;

/** 走访形式。 How somebody met the petitioner. */
public enum VisitType {
    /** 下访。 A leader or cadre goes to the village or home. */
    DOWN_VISIT,
    /** 约访。 A time is agreed; for joint and repeat petitions. */
    APPOINTED_VISIT,
    /** 巡访。 The coordination group audits and samples. */
    INSPECTION_VISIT,
    /** 接访。 A leader receives at an announced place. */
    RECEPTION
}
