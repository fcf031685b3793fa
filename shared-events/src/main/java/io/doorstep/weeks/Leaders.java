package io.doorstep.weeks;

import io.doorstep.store.Collisions;
import io.doorstep.terms.LeaderRank;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 下访领导名册。 Ranks and contact townships of leaders, version by version, and the days on which they are away. */
public final class Leaders {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Leaders(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** 离岗时段。 Both days included. */
    public record Away(String account, LocalDate from, LocalDate to) {}

    /** The leaders of a county on a day, in the order of rank and id. */
    public List<Leader> of(String county, LocalDate on) {
        return jdbc.sql("""
                        select account, county, leader_rank, valid_from, valid_to from leader
                         where county = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
                         order by account
                        """).params(county, on, on).query((row, n) -> leader(row)).list().stream()
                .sorted(Comparator.comparing(Leader::rank))
                .toList();
    }

    /** The version takes over from its first day on; what was open before ends then. */
    public void put(Leader leader) {
        whole(() -> {
            jdbc.sql("delete from leader_township where account = ? and valid_from >= ?")
                    .params(leader.account(), leader.validFrom())
                    .update();
            jdbc.sql("delete from leader where account = ? and valid_from >= ?")
                    .params(leader.account(), leader.validFrom())
                    .update();
            jdbc.sql("update leader set valid_to = ? where account = ? and (valid_to is null or valid_to > ?)")
                    .params(leader.validFrom(), leader.account(), leader.validFrom())
                    .update();
            jdbc.sql("insert into leader (account, county, leader_rank, valid_from, valid_to) values (?, ?, ?, ?, ?)")
                    .param(leader.account())
                    .param(leader.county())
                    .param(leader.rank().name())
                    .param(leader.validFrom())
                    .param(leader.validTo())
                    .update();
            for (var township : leader.townships()) {
                jdbc.sql("insert into leader_township (account, valid_from, township) values (?, ?, ?)")
                        .params(leader.account(), leader.validFrom(), township)
                        .update();
            }
        });
    }

    /** Days away that touch a span, both ends included. */
    public List<Away> away(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select account, day_from, day_to from leader_away where day_from <= ? and day_to >= ?
                         order by account, day_from
                        """)
                .params(to, from)
                .query((row, n) -> new Away(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** One that begins on the same day is replaced; one that ends before it begins is taken away. */
    public void putAway(Away away) {
        whole(() -> {
            jdbc.sql("delete from leader_away where account = ? and day_from = ?")
                    .params(away.account(), away.from())
                    .update();
            if (!away.to().isBefore(away.from())) {
                jdbc.sql("insert into leader_away (account, day_from, day_to) values (?, ?, ?)")
                        .params(away.account(), away.from(), away.to())
                        .update();
            }
        });
    }

    private void whole(Runnable change) {
        Collisions.outlast(() -> {
            transaction.executeWithoutResult(status -> change.run());
            return true;
        });
    }

    /** Of these days, those on which he is away. */
    public Set<LocalDate> daysAway(String account, List<LocalDate> days) {
        var gone = new HashSet<LocalDate>();
        if (!days.isEmpty()) {
            var spans = away(days.get(0), days.get(days.size() - 1));
            for (var day : days) {
                for (var span : spans) {
                    if (span.account().equals(account) && !day.isBefore(span.from()) && !day.isAfter(span.to())) {
                        gone.add(day);
                    }
                }
            }
        }
        return gone;
    }

    private Leader leader(ResultSet row) throws SQLException {
        var account = row.getString("account");
        var from = row.getObject("valid_from", LocalDate.class);
        return new Leader(
                account,
                row.getString("county"),
                LeaderRank.valueOf(row.getString("leader_rank")),
                jdbc.sql("select township from leader_township where account = ? and valid_from = ? order by township")
                        .params(account, from)
                        .query(String.class)
                        .list(),
                from,
                row.getObject("valid_to", LocalDate.class));
    }
}
