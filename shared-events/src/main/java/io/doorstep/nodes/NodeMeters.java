package io.doorstep.nodes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** 节点指标。 Nodes that run and nodes that went without a word, as known at this node's last sign of life, and its clock. */
public final class NodeMeters implements MeterBinder {

    private final Nodes nodes;
    private final DatabaseTime time;

    public NodeMeters(Nodes nodes, DatabaseTime time) {
        this.nodes = nodes;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("doorstep.nodes", nodes, NodeMeters::alive)
                .description("nodes that give signs of life")
                .register(meters);
        Gauge.builder("doorstep.nodes.silent", nodes, all -> all.lately().size() - alive(all))
                .description("nodes that ended without a word")
                .register(meters);
        Gauge.builder("doorstep.clock.ahead", time, one -> one.ahead().toMillis() / 1000.0)
                .description("how far this machine's clock is ahead of the database's")
                .baseUnit("seconds")
                .register(meters);
    }

    private static double alive(Nodes nodes) {
        return nodes.lately().stream().filter(RunningNode::alive).count();
    }
}
