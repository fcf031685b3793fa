package io.doorstep.backup;

import java.util.Locale;

/** 备份的两部分。 Facts and all else are kept as long as one likes; keys are kept apart, for days (docs/decisions/0023). */
public enum Part {
    FACTS,
    KEYS;

    static final String VAULT = "vault";

    boolean holds(Table table) {
        return (this == KEYS) == VAULT.equals(table.schema());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
