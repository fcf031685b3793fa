package io.doorstep.query.map;

import java.util.List;
import java.util.Set;

/**
 * 轮廓。 What the office knows of its county's shape: a GeoJSON FeatureCollection of what was readable, and the files that
 * were not.
 *
 * @param json with code, name and geometry of each feature, and nothing else of them
 * @param features how many there are
 * @param codes of the places whose areas they are
 * @param faults names of files, each with what is wrong
 * @param stamp changes when a file does
 */
record Outline(String json, int features, Set<String> codes, List<Fault> faults, String stamp) {

    static final Outline NONE =
            new Outline("{\"type\":\"FeatureCollection\",\"features\":[]}", 0, Set.of(), List.of(), "none");

    /**
     * 文件有误。 A file that was not taken.
     *
     * @param reason key of the words behind {@code map.fault.}
     */
    record Fault(String file, String reason) {}

    public boolean isKnown() {
        return features > 0;
    }
}
