package io.doorstep.benchmark.bpmn;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.benchmark.Contestant;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Life;
import io.doorstep.benchmark.Step;
import java.util.Locale;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable。 Its lists are its own tables of tasks and of history, so that it writes none beside them. */
public final class FlowableCases implements Contestant {
    private static final String PROCESS = "case";

    private final HikariDataSource database;
    private final ProcessEngine engine;

    public FlowableCases(Database database) {
        this.database = database.open();
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(this.database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistoryLevel(HistoryLevel.FULL);
        settings.setAsyncExecutorActivate(false);
        this.engine = settings.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("flowable.bpmn20.xml")
                .deploy();
    }

    @Override
    public void take(Step step, Life life) {
        var id = life.id().toString();
        Map<String, Object> words = Map.of(step.name().toLowerCase(Locale.ROOT), life.words(step));
        if (step == Step.REPORTED) {
            engine.getRuntimeService().startProcessInstanceByKey(PROCESS, id, words);
            return;
        }
        var tasks = engine.getTaskService();
        var task = tasks.createTaskQuery().processInstanceBusinessKey(id).singleResult();
        if (!task.getTaskDefinitionKey().equals(step.name().toLowerCase(Locale.ROOT))) {
            throw new IllegalStateException(step + " is not what comes next of " + id);
        }
        tasks.complete(task.getId(), words);
    }

    @Override
    public Kept kept(Life life) {
        var history = engine.getHistoryService();
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(life.id().toString())
                .singleResult();
        var done = history.createHistoricTaskInstanceQuery()
                .processInstanceId(instance.getId())
                .finished()
                .list();
        var words = history.createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .filter(variable -> String.valueOf(variable.getValue()).length() >= 200)
                .count();
        return new Kept(
                1 + done.size(),
                (int) words,
                instance.getStartTime() != null,
                done.stream().anyMatch(task -> "assigned".equals(task.getTaskDefinitionKey())),
                instance.getEndTime() != null);
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
