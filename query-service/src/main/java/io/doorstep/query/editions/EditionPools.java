package io.doorstep.query.editions;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

/** 两个连接池。 Puts the two editions in the place of the one pool that Spring Boot makes. */
public final class EditionPools implements DestructionAwareBeanPostProcessor {

    private final Map<Object, EditionDataSource> made = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool
                ? made.computeIfAbsent(bean, one -> new EditionDataSource(pool))
                : bean;
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return made.containsKey(bean);
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        Optional.ofNullable(made.remove(bean)).ifPresent(EditionDataSource::closeSecond);
    }
}
