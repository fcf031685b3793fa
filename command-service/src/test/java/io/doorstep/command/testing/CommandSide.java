package io.doorstep.command.testing;

import io.doorstep.command.cases.report.ReportCase;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Commands;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.identity.Actor;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** 命令端实例。 One running writing side; several on one database are several nodes. */
public final class CommandSide implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CommandSide(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Urls of a fresh database on each engine. */
    public static Stream<String> databases() {
        return Stream.of(Databases.h2Url(), Databases.postgresUrl());
    }

    public static CommandSide on(String url, String... properties) {
        return start(url, WebApplicationType.NONE, properties);
    }

    /** With its HTTP face, on a port that nobody asked for. */
    public static CommandSide withWeb(String url, String... properties) {
        return start(url, WebApplicationType.SERVLET, properties);
    }

    private static CommandSide start(String url, WebApplicationType web, String... properties) {
        var user = url.startsWith("jdbc:h2") ? "sa" : "postgres";
        var builder = new SpringApplicationBuilder(WritingSideOnly.class)
                .web(web)
                .properties(
                        "server.port=0",
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + (user.equals("sa") ? "" : "postgres"))
                .properties(properties);
        return new CommandSide(builder.run());
    }

    public Commands commands() {
        return context.getBean(Commands.class);
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public WebApplicationContext web() {
        return (WebApplicationContext) context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What somebody of the petition bureau sends along, under fresh ids. */
    public static Sending from(Role... roles) {
        return keyed(UUID.randomUUID().toString(), "content", roles);
    }

    public static Sending keyed(String key, String contentHash, Role... roles) {
        return new Sending(
                Actor.of("somebody", "u-petition-bureau", roles), List.of(key), contentHash, null, null, null);
    }

    /** A report without people. */
    public static ReportCase report(CaseId id) {
        return new ReportCase(
                id,
                null,
                CaseKind.PETITION,
                Channel.VISIT,
                "0101",
                "430525100",
                "标题",
                null,
                List.of(),
                1,
                List.of(),
                null);
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({"io.doorstep.wiring", "io.doorstep.command"})
    static class WritingSideOnly {}
}
