package io.doorstep.standalone.wiring;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** 是否运行该服务。 Whether a service runs in this process; a word that is neither is refused, and so is half a product on a file for one process. */
public abstract class ServiceCondition implements Condition {

    private static final Set<String> BOTH = Set.of("command", "query");

    private final String service;

    private ServiceCondition(String service) {
        this.service = service;
    }

    /** 命令服务。 */
    public static final class Command extends ServiceCondition {
        Command() {
            super("command");
        }
    }

    /** 查询服务。 */
    public static final class Query extends ServiceCondition {
        Query() {
            super("query");
        }
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return services(context.getEnvironment()).contains(service);
    }

    private static Set<String> services(Environment environment) {
        var named = environment.getProperty("doorstep.services", String[].class, BOTH.toArray(String[]::new));
        var services = new TreeSet<>(Set.of(named));
        if (services.isEmpty() || !BOTH.containsAll(services)) {
            throw new RefusedStart(
                    "doorstep.services 是 command、query 或两者（逗号分隔）；doorstep.services is command, query, or both with a comma, not "
                            + String.join(",", named));
        }
        if (services.size() == 1
                && environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:")) {
            throw new RefusedStart(
                    "只运行 " + services + " 需要 PostgreSQL：嵌入式数据库文件只供一个进程；a process with " + services
                            + " alone needs PostgreSQL (spring.datasource.url): a file of the embedded database is for one process");
        }
        return services;
    }
}
