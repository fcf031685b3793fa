package io.doorstep.benchmark.product;

import io.doorstep.benchmark.Contestant;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Life;
import io.doorstep.benchmark.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** 本产品，经 HTTP。 The same as forms from signed-in browsers, one session for each of those who act. */
public final class DoorstepOverHttp implements Contestant {
    private final Office office;
    private final Map<Step, Browser> browsers = new EnumMap<>(Step.class);

    public DoorstepOverHttp(Database database, Path files) throws IOException, InterruptedException {
        this.office = new Office(database, files);
        for (var step : Step.values()) {
            browsers.put(step, new Browser(office.port(), account(step)));
        }
    }

    private static String account(Step step) {
        return switch (step) {
            case REPORTED, ACCEPTED -> "officer";
            case ASSIGNED -> "dispatcher";
            case VISITED, RESOLVED -> "handler";
            case REVISITED -> "supervisor";
            case CLOSED_OUT -> "approver";
        };
    }

    @Override
    public void take(Step step, Life life) throws IOException, InterruptedException {
        var one = "/api/cases/" + life.id();
        var words = life.words(step);
        switch (step) {
            case REPORTED -> post(step, life, "/api/cases", """
                    {"caseId":"%s","kind":"PETITION","channel":"VISIT","category":"020201","place":"%s",
                     "title":"承包地补偿争议","statement":"%s","petitioners":[{"name":"张某甲","phone":"13800000000"}]}
                    """.formatted(life.id(), DoorstepCases.PLACE, words));
            case ACCEPTED -> post(step, life, one + "/acceptance", "{\"notice\":\"%s\"}".formatted(words));
            case ASSIGNED -> post(step, life, one + "/assignments", """
                    {"unit":"%s","officer":"handler","instruction":"%s"}
                    """.formatted(DoorstepCases.UNIT, words));
            case VISITED ->
                post(step, life, one + "/visits", """
                    {"type":"DOWN_VISIT","place":"%s","startedAt":"%s","outcome":"ESCALATED","findings":"%s",
                     "occurredAt":"%s","stance":"UNDECIDED"}
                    """.formatted(
                                DoorstepCases.PLACE, Instant.now(), words, Instant.now()));
            case RESOLVED -> post(step, life, one + "/resolution", """
                    {"outcome":"SUPPORTED","result":"SETTLED","summary":"%s","stance":"ACCEPTS",
                     "evidence":[{"type":"TEXT","text":"补偿款已发放，附收据。"}]}
                    """.formatted(words));
            case REVISITED -> post(step, life, one + "/revisits", """
                    {"verdict":"CONFIRMED","stance":"ACCEPTS","satisfaction":"SATISFIED","findings":"%s"}
                    """.formatted(words));
            case CLOSED_OUT -> post(step, life, one + "/closeout", "{\"remark\":\"%s\"}".formatted(words));
        }
    }

    private void post(Step step, Life life, String path, String json) throws IOException, InterruptedException {
        var browser = browsers.get(step);
        if (browser == null) {
            throw new IllegalStateException("nobody is signed in for " + step);
        }
        browser.post(path, json, life.id() + ":" + step, step == Step.REPORTED ? null : step.before());
    }

    @Override
    public void settle() throws InterruptedException {
        office.settle();
    }

    @Override
    public Kept kept(Life life) {
        return office.kept(life);
    }

    @Override
    public void close() {
        office.close();
    }
}
