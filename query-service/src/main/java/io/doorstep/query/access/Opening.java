package io.doorstep.query.access;

import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import io.doorstep.query.layout.Labels;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** 启封。 Opens the sealed words of one case for one reader, and has it on record before the first of them is open. */
public final class Opening {

    private final Vault vault;
    private final Consumer<String> log;
    private final boolean texts;
    private final boolean unmasked;
    private final boolean heldElsewhere;
    private final Labels labels;
    private final Set<String> logged = new HashSet<>();

    Opening(Vault vault, Consumer<String> log, boolean texts, boolean unmasked, boolean heldElsewhere, Labels labels) {
        this.vault = vault;
        this.log = log;
        this.texts = texts;
        this.unmasked = unmasked;
        this.heldElsewhere = heldElsewhere;
        this.labels = labels;
    }

    /** 脱敏的信访人。 Who brings the matter, as far as he is shown. */
    public record Masked(
            String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address) {}

    /** The words, or a word in their place when they are erased, stay in the county, or are not for this reader. */
    public @Nullable String text(@Nullable Sealed sealed) {
        if (sealed == null) {
            return null;
        }
        return texts ? opened("TEXTS", sealed, words -> words) : labels.word("sealed");
    }

    /** Whether this reader may read the sealed words at all. */
    public boolean texts() {
        return texts;
    }

    /** Whether this reader gave a reason, a short while ago, to see the petitioners unmasked. */
    public boolean unmasked() {
        return unmasked;
    }

    /** A file that belongs to the case is about to be shown. */
    public void files() {
        if (logged.add("FILES")) {
            log.accept("FILES");
        }
    }

    /** Masked, but for a reader who just said what he needs the data for. */
    public Masked petitioner(Petitioner petitioner) {
        return new Masked(
                opened("PETITIONERS", petitioner.name(), masking(Masking::name)),
                masked(petitioner.phone(), Masking::phone),
                masked(petitioner.idNumber(), Masking::idNumber),
                masked(petitioner.address(), address -> Masking.address()));
    }

    private @Nullable String masked(@Nullable Sealed sealed, UnaryOperator<String> mask) {
        return sealed == null ? null : opened("PETITIONERS", sealed, masking(mask));
    }

    private UnaryOperator<String> masking(UnaryOperator<String> mask) {
        return unmasked ? UnaryOperator.identity() : mask;
    }

    private String opened(String what, Sealed sealed, UnaryOperator<String> shown) {
        if (heldElsewhere) {
            return labels.word("heldInCounty");
        }
        if (logged.add(what)) {
            log.accept(what);
        }
        return vault.open(sealed).map(Private::words).map(shown).orElseGet(() -> labels.word("erased"));
    }
}
