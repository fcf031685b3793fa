package io.doorstep.verifier;

import io.doorstep.proof.RecordProof;
import io.doorstep.proof.check.Finding;
import io.doorstep.proof.check.JdbcHistory;
import io.doorstep.proof.check.Report;
import io.doorstep.proof.check.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;

/** 验真程序。 Ends with 0 when the history is whole, 1 when something is amiss, 2 when it could not be read. */
public final class Verify {

    private static final int WHOLE = 0;
    private static final int AMISS = 1;
    private static final int UNREADABLE = 2;

    private static final String USAGE = """
            用法 / usage: java -jar doorstep-verifier.jar
              --data <文件夹>        单机版的数据文件夹（程序停着时）/ data folder of the embedded database, while the product is stopped
              --dump <文件>          H2 BACKUP (zip) / SCRIPT (sql), pg_dump (plain)
              --database <jdbc-url> --user <用户>   口令在环境变量 DOORSTEP_DB_PASSWORD / password in the environment
              --checkpoints <文件夹或文件> 第二处留存的检查点，邮件文字、照纸录入的也行 / checkpoints of the second place, off a mail or paper too
              --receipt <文件>       存证回执（方码里的文字），与 --checkpoints 同用 / a proof of record, with --checkpoints
              --export <文件>        完整时，把全部历史写成 JSON Lines 或 .csv / when whole, write all of it as JSON Lines or .csv
              --key <编号>           只认这把签名密钥 / accept signatures of this key only
            """;

    private static final Map<Finding.Kind, String> WORDS = Map.of(
            Finding.Kind.CHANGED, "改动",
            Finding.Kind.REMOVED, "删除",
            Finding.Kind.INSERTED, "插入",
            Finding.Kind.REORDERED, "调换",
            Finding.Kind.CUT_OFF, "自此截断",
            Finding.Kind.LEDGER_CHANGED, "存证账被改",
            Finding.Kind.CHECKPOINT_DIFFERS, "与检查点不符",
            Finding.Kind.SIGNATURE_WRONG, "签名不符");

    private Verify() {}

    public static void main(String[] words) {
        System.exit(run(System.out, words));
    }

    static int run(PrintStream out, String... words) {
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException unknown) {
            out.println(unknown.getMessage() + "?");
            out.print(USAGE);
            return UNREADABLE;
        }
        if (options.one("receipt").isPresent()) {
            return receipt(out, options);
        }
        if (options.one("data")
                .or(() -> options.one("dump"))
                .or(() -> options.one("database"))
                .isEmpty()) {
            out.print(USAGE);
            return UNREADABLE;
        }
        try (var opened = Opened.of(options)) {
            var history = new JdbcHistory(opened.connection());
            var known = Known.of(options, opened.connection(), history.algorithm());
            var report = new Verification(known.keys(), known.sections(), looked -> {}).of(history);
            print(report, known, out);
            if (report.whole() && options.one("export").isPresent()) {
                out.printf(
                        "已导出 / exported   %d%n",
                        Export.to(Path.of(options.one("export").orElseThrow()), history));
            }
            return report.whole() ? WHOLE : AMISS;
        } catch (SQLException | IOException | RuntimeException unreadable) {
            out.println("读不出 / cannot be read: " + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    /** A proof of record needs no database: the keys of the second place, or one that is named. */
    private static int receipt(PrintStream out, Options options) {
        try {
            var proof = RecordProof.read(
                    Files.readString(Path.of(options.one("receipt").orElseThrow())));
            var keys = Known.keys(options);
            var holds = keys.stream().anyMatch(proof::holds);
            out.printf("事项 / matter      %s%n", proof.subject());
            out.printf("登记 / recorded    %s (%s)%n", proof.time(), proof.typeName());
            out.printf(
                    "检查点 / signed    %s, %d, %s%n",
                    proof.signed().checkpoint().at(),
                    proof.signed().checkpoint().size(),
                    proof.signed().checkpoint().keyId());
            out.println(holds ? "结论 / verdict: 当时已登记 WAS ON RECORD" : "结论 / verdict: 不能证明 NOT PROVED");
            return holds ? WHOLE : AMISS;
        } catch (IOException | RuntimeException unreadable) {
            out.println("读不出 / cannot be read: " + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    private static void print(Report report, Known known, PrintStream out) {
        out.printf("事实 / facts              %d%n", report.facts());
        out.printf("已存证 / in the ledger    %d (%s)%n", report.chained(), report.algorithm());
        out.printf("待存证 / waiting          %d%n", report.waiting());
        out.printf("检查点 / checkpoints      %d%n", report.checkpoints());
        out.printf("根 / root                 %s%n", HexFormat.of().formatHex(report.root()));
        known.keys().stream()
                .map(key -> key.id())
                .distinct()
                .sorted()
                .forEach(id -> out.printf("签名密钥 / key            %s%n", id));
        if (known.own()) {
            out.println(
                    "注意：只有库内自存的检查点可比，连检查点一起改动的人查不出来。"
                            + " / note: compared with the database's own checkpoints only; who changed these too is not found.");
        }
        report.findings().forEach(one -> out.println(line(one)));
        if (report.found() > report.findings().size()) {
            out.printf("…… 共 %d 处 / %d in all%n", report.found(), report.found());
        }
        out.println(report.whole() ? "结论 / verdict: 完整 WHOLE" : "结论 / verdict: 不完整 NOT WHOLE");
    }

    private static String line(Finding one) {
        var where = switch (one.kind()) {
            case CHECKPOINT_DIFFERS, SIGNATURE_WRONG -> "size " + one.position();
            case INSERTED -> "index " + one.index();
            default -> "position " + one.position();
        };
        var fact = one.fact();
        return "%s %s  %s%s"
                .formatted(
                        WORDS.get(one.kind()),
                        one.kind(),
                        where,
                        fact == null
                                ? ""
                                : "  %s #%d %s %s (%s)"
                                        .formatted(
                                                fact.subject(),
                                                fact.number(),
                                                fact.type()
                                                        .substring(fact.type().lastIndexOf('.') + 1),
                                                fact.time(),
                                                fact.identifier()));
    }
}
