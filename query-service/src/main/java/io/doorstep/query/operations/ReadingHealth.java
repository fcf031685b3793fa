package io.doorstep.query.operations;

import io.doorstep.query.asof.Watermark;
import io.doorstep.query.deadletters.DeadLetterTable;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * 读端健康。 Down when a processor of this node stands still. A parked case does not make the node ill, restarting would not
 * mend it; the number is shown.
 */
public final class ReadingHealth implements HealthIndicator {

    private final List<String> groups;
    private final EventProcessingConfiguration processing;
    private final Watermark watermark;
    private final DeadLetterTable letters;

    public ReadingHealth(
            List<String> groups,
            EventProcessingConfiguration processing,
            Watermark watermark,
            DeadLetterTable letters) {
        this.groups = groups;
        this.processing = processing;
        this.watermark = watermark;
        this.letters = letters;
    }

    /** Whether the processor of this node goes on. */
    boolean runs(String group) {
        return processing
                .eventProcessor(group, StreamingEventProcessor.class)
                .filter(processor -> processor.isRunning() && !processor.isError())
                .isPresent();
    }

    @Override
    public Health health() {
        var health = new Health.Builder().up();
        for (var group : groups) {
            var runs = runs(group);
            if (!runs) {
                health.down();
            }
            health.withDetail(group + ".running", runs)
                    .withDetail(group + ".lagEvents", watermark.lagInEvents(group))
                    .withDetail(group + ".deadLetters", letters.count(group));
        }
        return health.build();
    }
}
