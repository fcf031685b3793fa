package io.doorstep.standalone.demo;

import io.doorstep.terms.LeaderRank;
import io.doorstep.weeks.Leader;
import java.time.LocalDate;
import java.util.List;

/** 演示领导。 Whom the demonstration can send in a no-meeting week: invented officers with real townships. */
final class DemoLeaders {

    private static final String COUNTY = "430525";
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    static final List<Leader> ALL = List.of(
            leader("d-political-legal", LeaderRank.COUNTY_LEADER, "001", "002", "003"),
            leader("d-petition-bureau", LeaderRank.COUNTY_LEADER, "103", "104", "105"),
            leader("d-wenchang", LeaderRank.TOWNSHIP_PRINCIPAL, "001", "002", "003", "101", "102", "114", "500"),
            leader("d-gaosha", LeaderRank.TOWNSHIP_PRINCIPAL, "103", "104", "105", "106", "107", "108", "109"),
            leader("d-luoxi", LeaderRank.TOWNSHIP_PRINCIPAL, "203", "202", "201", "205", "211", "212", "113"),
            leader("cadre", LeaderRank.TOWNSHIP_DEPUTY, "001", "002", "101"),
            leader("h-wenchang", LeaderRank.TOWNSHIP_DEPUTY, "003", "102", "500"),
            leader("h-gaosha", LeaderRank.TOWNSHIP_DEPUTY, "103", "104", "108"),
            leader("h-luoxi", LeaderRank.STATIONED_CADRE, "203", "202", "212"),
            leader("d-agriculture", LeaderRank.STATIONED_CADRE, "105", "106", "107"),
            leader("d-housing", LeaderRank.STATIONED_CADRE, "109", "110", "111", "112"),
            leader("d-transport", LeaderRank.STATIONED_CADRE, "113", "114", "201", "205", "211"),
            leader("supervisor", LeaderRank.COORDINATION_GROUP, "001", "103", "203"));

    private DemoLeaders() {}

    private static Leader leader(String account, LeaderRank rank, String... townships) {
        return new Leader(
                account,
                COUNTY,
                rank,
                List.of(townships).stream().map(one -> COUNTY + one).toList(),
                SINCE,
                null);
    }
}
