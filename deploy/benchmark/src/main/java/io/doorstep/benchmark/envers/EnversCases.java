package io.doorstep.benchmark.envers;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.benchmark.Contestant;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Life;
import io.doorstep.benchmark.Step;
import jakarta.persistence.EntityManager;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.envers.AuditReaderFactory;

/** JPA 与 Envers。 The case is loaded by its id and changed under its version; Envers writes every state into a history table. */
public final class EnversCases implements Contestant {
    private final HikariDataSource database;
    private final SessionFactory sessions;

    public EnversCases(Database database) {
        this.database = database.open();
        var registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.datasource", this.database)
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .build();
        this.sessions = new MetadataSources(registry)
                .addAnnotatedClasses(CaseEntity.class, AssignmentEntity.class, CloseOutEntity.class)
                .buildMetadata()
                .buildSessionFactory();
    }

    @Override
    public void take(Step step, Life life) {
        var id = life.id().toString();
        try (var entities = sessions.createEntityManager()) {
            var transaction = entities.getTransaction();
            transaction.begin();
            var one = step == Step.REPORTED ? new CaseEntity() : entities.find(CaseEntity.class, id);
            one.status = step.name();
            one.words = life.words(step);
            if (step == Step.REPORTED) {
                one.id = id;
                entities.persist(one);
            }
            beside(step, id, entities);
            transaction.commit();
        }
    }

    private static void beside(Step step, String id, EntityManager entities) {
        if (step == Step.ASSIGNED) {
            var assignment = new AssignmentEntity();
            assignment.id = id;
            assignment.unit = "u-natural-resources";
            entities.persist(assignment);
        } else if (step == Step.CLOSED_OUT) {
            var closeOut = new CloseOutEntity();
            closeOut.id = id;
            closeOut.approver = "approver";
            entities.persist(closeOut);
        }
    }

    @Override
    public Kept kept(Life life) {
        var id = life.id().toString();
        try (var entities = sessions.createEntityManager()) {
            var audit = AuditReaderFactory.get(entities);
            var revisions = audit.getRevisions(CaseEntity.class, id);
            var words = revisions.stream()
                    .map(revision -> audit.find(CaseEntity.class, id, revision))
                    .filter(state -> String.valueOf(state.words).length() >= 200)
                    .count();
            var now = entities.find(CaseEntity.class, id);
            return new Kept(
                    revisions.size(),
                    (int) words,
                    now != null && "CLOSED_OUT".equals(now.status),
                    entities.find(AssignmentEntity.class, id) != null,
                    entities.find(CloseOutEntity.class, id) != null);
        }
    }

    @Override
    public void close() {
        sessions.close();
        database.close();
    }
}
