package io.doorstep.query.operations;

import io.doorstep.query.asof.Watermark;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.query.editions.Edition;
import io.doorstep.query.editions.Editions;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * 读端健康。 Down when a processor of this node stands still. A parked case does not make the node ill, restarting would not
 * mend it; the number is shown.
 */
public final class ReadingHealth implements HealthIndicator {

    private final Editions editions;
    private final EventProcessingConfiguration processing;
    private final Watermark watermark;
    private final DeadLetterTable letters;

    public ReadingHealth(
            Editions editions, EventProcessingConfiguration processing, Watermark watermark, DeadLetterTable letters) {
        this.editions = editions;
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
        for (var edition : Edition.values()) {
            var runs = runs(edition.group());
            if (!runs) {
                health.down();
            }
            health.withDetail(edition.group() + ".running", runs);
        }
        var group = editions.serving().group();
        health.withDetail(group + ".lagEvents", watermark.lagInEvents(group))
                .withDetail(group + ".deadLetters", letters.count(group));
        return health.build();
    }
}
