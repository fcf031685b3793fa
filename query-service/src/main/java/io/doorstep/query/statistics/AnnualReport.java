package io.doorstep.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 年度报告表。 The tables that a yearly report is made of (Reg. 41).
 *
 * @param at the legal moment as of which it counts
 */
record AnnualReport(String definitions, int year, LocalDate from, LocalDate to, Instant at, List<Table> tables) {

    /**
     * One table.
     *
     * @param key its title and definition stand under {@code annual.<key>} in the messages
     * @param columns headings, in the reader's language; the first is that of the names
     */
    record Table(String key, String title, String definition, List<String> columns, List<Line> lines) {}

    /** @param cells as people read them, as many as there are columns behind the first */
    record Line(String name, List<String> cells) {}
}
