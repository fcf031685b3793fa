package io.doorstep.reference.loading;

import java.util.List;

/** 拒绝导入。 Some rows are wrong, so nothing was changed; all faults are listed, in the order of lines. */
public final class RefusedLoad extends RuntimeException {

    // a list of records of enum and text; the exception itself is never written to a stream
    private final transient List<RowFault> faults;

    RefusedLoad(List<RowFault> faults) {
        super(faults.size() + " faults, the first in line " + faults.get(0).line());
        this.faults = List.copyOf(faults);
    }

    public List<RowFault> faults() {
        return faults;
    }
}
