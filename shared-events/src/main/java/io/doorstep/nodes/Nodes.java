package io.doorstep.nodes;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 各节点。 Who works on this database: asked of it, or as it was at the last sign of life of this node, without asking. */
public final class Nodes {

    private final NodeTable table;
    private final NodeName own;
    private volatile List<RunningNode> lately = List.of();

    public Nodes(JdbcClient jdbc, NodeName own, Pulse pulse) {
        this.table = new NodeTable(jdbc, pulse);
        this.own = own;
    }

    public NodeName own() {
        return own;
    }

    /** All that are known, by name; those that went without a word among them. */
    public List<RunningNode> all() {
        return table.all().stream().map(NodeTable.Row::node).toList();
    }

    /** The same at the last sign of life of this node. */
    public List<RunningNode> lately() {
        return lately;
    }

    /**
     * How many of so many parts of a service are this node's, so that all are taken and nobody has two more than another. Nodes
     * divide by their names' order: they need not talk to each other.
     */
    public int share(String service, int parts) {
        var names = lately.stream()
                .filter(node -> node.alive() && node.services().contains(service))
                .map(RunningNode::name)
                .toList();
        var place = names.indexOf(own.value());
        if (place < 0) {
            return parts;
        }
        return parts / names.size() + (place < parts % names.size() ? 1 : 0);
    }

    NodeTable table() {
        return table;
    }

    void look() {
        lately = all();
    }
}
