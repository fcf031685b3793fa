package io.doorstep.benchmark;

import io.doorstep.benchmark.axon.PlainAxon;
import io.doorstep.benchmark.bpmn.CamundaCases;
import io.doorstep.benchmark.bpmn.FlowableCases;
import io.doorstep.benchmark.envers.EnversCases;
import io.doorstep.benchmark.product.DoorstepCases;
import io.doorstep.benchmark.product.DoorstepOverHttp;
import io.doorstep.benchmark.raw.RawCases;
import java.nio.file.Path;

/** 全体参赛者。 Who is compared, in the order of the tables. */
enum Contestants {
    RAW("raw JDBC, event + lists", (database, files) -> new RawCases(database, true)),
    RAW_EVENT("raw JDBC, event only", (database, files) -> new RawCases(database, false)),
    DOORSTEP("Doorstep, command gateway", DoorstepCases::new),
    /** The same of another revision, whose class path is in the property {@code benchmark.before}. */
    DOORSTEP_BEFORE("Doorstep as it was before", DoorstepCases::new),
    DOORSTEP_HTTP("Doorstep, over HTTP", DoorstepOverHttp::new),
    ENVERS("JPA with Envers", (database, files) -> new EnversCases(database)),
    AXON("plain Axon 4.13, JDBC", (database, files) -> new PlainAxon(database)),
    FLOWABLE("Flowable 7.2", (database, files) -> new FlowableCases(database)),
    CAMUNDA("Camunda 7.24", (database, files) -> new CamundaCases(database));

    final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Start start;

    Contestants(String title, Start start) {
        this.title = title;
        this.start = start;
    }

    Contestant on(Database database, Path files) throws Exception {
        return start.on(database, files);
    }

    private interface Start {
        Contestant on(Database database, Path files) throws Exception;
    }
}
