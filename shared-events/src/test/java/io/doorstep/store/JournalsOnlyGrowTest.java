package io.doorstep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 安全日志与权限变更记录只增不改，由数据库把守。 */
class JournalsOnlyGrowTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void whatever_the_code_does(DataSource database) {
        Migration.ofFacts(database);
        var jdbc = JdbcClient.create(database);
        jdbc.sql("insert into account (id, name, password_hash, roles, enabled, created_at, password_changed_at)"
                        + " values ('li', '某人', '-', 'HANDLER', true, current_timestamp, current_timestamp)")
                .update();
        jdbc.sql("insert into security_log (at, event, account, network, detail)"
                        + " values (current_timestamp, 'SIGNED_IN', 'li', '10.0.0.0', '')")
                .update();
        jdbc.sql("insert into account_journal (account, at, actor, change, reason)"
                        + " values ('li', current_timestamp, 'admin', 'OPENED', 'x')")
                .update();
        for (var table : List.of("security_log", "account_journal")) {
            assertThatThrownBy(() -> jdbc.sql("update " + table + " set account = 'wang'")
                            .update())
                    .hasStackTraceContaining("are only ever added");
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                    .hasStackTraceContaining("are only ever added");
            assertThat(jdbc.sql("select account from " + table)
                            .query(String.class)
                            .single())
                    .isEqualTo("li");
        }
    }
}
