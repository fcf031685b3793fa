package io.doorstep.query.freeze;

import io.doorstep.identity.Actor;
import io.doorstep.query.layout.Column;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** 可定格的清单。 One of the lists, to be kept and compared: all its columns, and what each line is known by. */
public class FreezableList<T> implements Freezable {

    private final String name;
    private final List<Column<T>> columns;
    private final Function<T, Side> side;
    private final Reading<T> reading;
    private final Freezer freezer;

    /** 读法。 How the list is read when it is asked a question. */
    @FunctionalInterface
    public interface Reading<T> {
        Freezer.Whole<T> of(Actor viewer, MultiValueMap<String, String> asked);
    }

    protected FreezableList(
            String name, List<Column<T>> columns, Function<T, Side> side, Reading<T> reading, Freezer freezer) {
        this.name = name;
        this.columns = columns;
        this.side = side;
        this.reading = reading;
        this.freezer = freezer;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String definitions(MultiValueMap<String, String> asked) {
        return "";
    }

    @Override
    public final Frozen freeze(Actor viewer, MultiValueMap<String, String> asked) {
        return freezer.frozen(columns, side, reading.of(viewer, asked));
    }

    @Override
    public final Map<String, Side> sides(Actor viewer, MultiValueMap<String, String> asked) {
        return Freezer.sides(side, reading.of(viewer, asked));
    }

    @Override
    public boolean canBeTakenBack() {
        return false;
    }
}
