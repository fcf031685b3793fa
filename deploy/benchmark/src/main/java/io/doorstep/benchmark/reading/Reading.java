package io.doorstep.benchmark.reading;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Postgres;
import io.doorstep.benchmark.product.Browser;
import io.doorstep.benchmark.product.DoorstepCases;
import io.doorstep.benchmark.product.Office;
import io.doorstep.reference.ReferenceData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * 查阅的代价。 Lists, figures, search and case over HTTP with very many cases, each in turns with the product's own queries asked raw: the
 * same SQL with the same parameters on a connection of its own, every column of every row read.
 */
final class Reading {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int OF_EACH_LENGTH = 20;
    private static final int DEEP = 100;
    private static final int WARM_UP = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Browser browser;
    private final Recorder recorder;
    private final Connection raw;
    private final int times;
    private final Pattern only;

    private Reading(Browser browser, Recorder recorder, Connection raw, int times, Pattern only) {
        this.browser = browser;
        this.recorder = recorder;
        this.raw = raw;
        this.times = times;
        this.only = only;
    }

    /** {@code cases=100000 databases=postgresql,h2 times=100 only=closeouts.*} */
    public static void main(String[] arguments) throws Exception {
        var cases = Integer.parseInt(setting("cases", "100000", arguments));
        var times = Integer.parseInt(setting("times", "100", arguments));
        var only = Pattern.compile(setting("only", ".*", arguments));
        for (var which : setting("databases", "postgresql,h2", arguments).split(",", -1)) {
            var folder = Files.createTempDirectory("doorstep-reading");
            if (which.equals("h2")) {
                on(which, Database.h2(folder.resolve("cases").toString()), folder, cases, times, only);
            } else {
                try (var server = new Postgres(folder.resolve("server"))) {
                    on(which, server.database("doorstep"), folder, cases, times, only);
                }
            }
        }
        System.exit(0);
    }

    private static String setting(String name, String usual, String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse(usual);
    }

    private static void on(String name, Database database, Path folder, int cases, int times, Pattern only)
            throws Exception {
        var plain = new DriverManagerDataSource(database.url(), database.user(), "");
        var recorder = new Recorder(plain);
        try (var office = new Office(database, folder, product -> recorded(product, recorder));
                var raw = plain.getConnection()) {
            try (var statement = raw.createStatement()) {
                statement.execute(
                        database.isH2()
                                ? "set schema_search_path public, reading_a"
                                : "set search_path to public, reading_a");
            }
            var many = new ManyCases(plain, database.isH2());
            many.live(new DoorstepCases(office), OF_EACH_LENGTH);
            var started = System.nanoTime();
            many.copy(office.bean(ReferenceData.class), cases);
            OUT.printf(
                    Locale.ROOT,
                    "%n%s: %,d 件 cases, 复制 copied in %d s%n%n",
                    name,
                    cases,
                    (System.nanoTime() - started) / 1_000_000_000);
            OUT.println(
                    "| 查阅 read | HTTP p50 ms | p99 | 直接查询 raw p50 | p99 | p99 ÷ raw | 语句 queries | 行 rows | 300 ms |");
            OUT.println("|---|---|---|---|---|---|---|---|---|");
            new Reading(new Browser(office.port(), "supervisor"), recorder, raw, times, only).all(many.one());
        }
    }

    /** Below the pools of both editions, and above the driver. */
    private static SpringApplicationBuilder recorded(SpringApplicationBuilder product, Recorder recorder) {
        return product.initializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.setDataSource(recorder);
                }
                return bean;
            }
        }));
    }

    private void all(String caseId) throws Exception {
        var year = LocalDate.now(ZoneOffset.UTC).minusYears(1);
        var span = "from=" + year.withDayOfYear(1) + "&to=" + year.withDayOfYear(year.lengthOfYear());
        var past = year.withMonth(6).withDayOfMonth(1) + "T00:00:00%2B08:00";
        for (var list : List.of("problems", "assignments", "closeouts")) {
            var path = "/api/lists/" + list + "?size=50";
            read(list + ", first page", path);
            read(list + ", page " + DEEP, deep(path));
            read(list + " of a township", path + "&place=430525001");
            read(list + " of a unit", path + "&unit=u-natural-resources");
            read(list + ", a word in the title", path + "&q=%E5%9C%B0%E8%A1%A5%E5%81%BF");
            read(list + " as of a day", path + "&at=" + past);
            read(list + ", page for people", "/lists/" + list);
        }
        read(
                "problems, one number",
                "/api/lists/problems?q=430525-" + LocalDate.now(ZoneOffset.UTC).getYear() + "-000001");
        read("figures of a year", "/api/statistics/resolution?" + span);
        read("figures of a year by month", "/api/statistics/resolution?by=month&" + span);
        read("figures of a year by place", "/api/statistics/resolution?by=place&" + span);
        read("figures, page for people", "/figures");
        read("map", "/map");
        read("wall", "/wall");
        read("due work", "/due");
        read("case", "/cases/" + caseId);
        read("history of a case", "/api/cases/" + caseId + "/history");
    }

    private String deep(String path) throws IOException, InterruptedException {
        var at = path;
        for (var page = 1; page < DEEP; page++) {
            var next = JSON.readTree(browser.get(at)).path("next");
            if (!next.isString()) {
                return at;
            }
            at = path + "&cursor=" + next.asString();
        }
        return at;
    }

    /** A failed read is told and spoils no other. */
    private void read(String name, String path) throws InterruptedException {
        if (!only.matcher(name).matches()) {
            return;
        }
        try {
            recorder.begin();
            browser.get(path);
            var asked = recorder.end();
            var rows = 0;
            var http = new long[times];
            var direct = new long[times];
            for (var n = -WARM_UP; n < times; n++) {
                var start = System.nanoTime();
                browser.get(path);
                var answered = System.nanoTime();
                rows = 0;
                for (var one : asked) {
                    rows += one.again(raw);
                }
                if (n >= 0) {
                    http[n] = answered - start;
                    direct[n] = System.nanoTime() - answered;
                }
            }
            Arrays.sort(http);
            Arrays.sort(direct);
            OUT.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %,d | %s |%n",
                    name,
                    at(http, 0.5),
                    at(http, 0.99),
                    at(direct, 0.5),
                    at(direct, 0.99),
                    at(http, 0.99) / at(direct, 0.99),
                    asked.size(),
                    rows,
                    at(http, 0.99) <= 300 ? "达到 met" : "未达到 not met");
        } catch (IOException | SQLException | RuntimeException failure) {
            OUT.printf("| %s | %s |%n", name, failure);
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
