package io.doorstep.standalone.commands;

import io.doorstep.backup.Restored;
import java.io.PrintStream;

/** 比对。 What a restore found, told to whoever sits in front of it; the last line is the verdict. */
final class Proof {

    private Proof() {}

    static int tell(PrintStream out, Restored restored) {
        out.printf("时点 / as of              %s (%s, V%s)%n", restored.at(), restored.from(), restored.schema());
        out.printf("行数 / rows               %d%n", restored.rows());
        out.printf("备份的账 / archive's      %d  %s%n", restored.archiveSize(), restored.archiveRoot());
        out.printf("重算的账 / computed anew  %d  %s%n", restored.size(), restored.root());
        if (restored.waiting() > 0) {
            out.printf("随后存证 / chained now    %d%n", restored.waiting());
        }
        if (restored.erasedAgain() > 0) {
            out.printf("再次销毁的密钥 / keys of erased persons, destroyed again  %d%n", restored.erasedAgain());
        }
        restored.findings().forEach(out::println);
        out.println(restored.whole() ? "结论 / verdict: 一致 EQUAL" : "结论 / verdict: 不一致 NOT EQUAL");
        return restored.whole() ? Commands.WHOLE : Commands.NOT_WHOLE;
    }
}
