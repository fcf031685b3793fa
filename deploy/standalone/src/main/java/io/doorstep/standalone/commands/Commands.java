package io.doorstep.standalone.commands;

import io.doorstep.backup.UnusableArchive;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** 命令行。 A first word without dashes is a command, as is {@code --help}; everything else starts the office. */
public final class Commands {

    static final int WHOLE = 0;
    static final int NOT_WHOLE = 1;
    static final int NOT_DONE = 2;

    static final String USAGE = """
            门口 Doorstep

            用法 / usage: java -jar doorstep.jar [命令 command] [--设置=值 --setting=value …]

            不写命令则启动办公系统 / without a command the office starts

            restore         把备份还原到一个空库，比对存证账的根 / restore archives into an empty database, compare the ledger's root
              --facts=<文件>      事实备份 / archive of the facts
              --keys=<文件>       密钥备份 / archive of the keys
              --identity=<文件>   解开备份的私钥（AGE-SECRET-KEY-1…）/ what opens them
              还原到 doorstep.data，或 / into doorstep.data, or --spring.datasource.url=jdbc:postgresql://…
            verify-backup   还原演练：还原到临时库，比对后删去；每月一次 / drill: restore into a throw-away database; once a month
              --facts= [--keys=] --identity=
            move            停机后把内嵌库搬到 PostgreSQL / move the embedded database to PostgreSQL, while the office is stopped
              --to=jdbc:postgresql://… --to-username=<用户>   口令在环境变量 DOORSTEP_TO_PASSWORD / password in the environment
            status          看运行状况 / how a running office is doing
              --url=https://…  --token-file=<文件>   或环境变量 DOORSTEP_TOKEN / or in the environment
            rebuild         在旁重建清单，不停工 / build the lists anew beside, while the office works
            switch          换用另一版清单 / put the other edition of the lists to serve
              --url= --token-file= --reason=   rebuild 可加 / may say --then-switch
            new-identity    造一对备份密钥 / make a pair of keys for backups
              --out=<文件>        私钥写到这里，别留在本机 / the private half; do not leave it on this machine
            --help          显示本说明 / this text

            结束码 / exit code: 0 根一致 roots are equal, 1 不一致 they are not, 2 没有做成 not done
            """;

    private static final int IN_USE = 90020;

    /** 一个命令。 What a word does; answers the exit code. */
    private interface Command {
        int run(PrintStream out, Settings settings) throws SQLException, IOException;
    }

    private Commands() {}

    public static boolean isOne(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || isHelp(arguments[0]));
    }

    private static boolean isHelp(String word) {
        return List.of("--help", "-h", "help").contains(word);
    }

    /** Does what the first word says; answers the exit code. */
    public static int run(PrintStream out, String... arguments) {
        if (isHelp(arguments[0])) {
            out.print(USAGE);
            return WHOLE;
        }
        Command command = switch (arguments[0]) {
            case "restore" -> RestoreCommand::restore;
            case "verify-backup" -> RestoreCommand::drill;
            case "move" -> MoveCommand::move;
            case "new-identity" -> NewIdentity::make;
            default -> null;
        };
        if (command == null) {
            out.println(arguments[0] + "?");
            out.print(USAGE);
            return NOT_DONE;
        }
        return run(command, out, Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static int run(Command command, PrintStream out, String... settings) {
        try {
            return command.run(out, Settings.of(settings));
        } catch (Settings.Missing missing) {
            out.println("缺少 / missing: " + missing.getMessage());
        } catch (UnusableArchive unusable) {
            out.println("没有做成 / not done: " + unusable.getMessage());
        } catch (NoSuchFileException absent) {
            out.println("没有这个文件 / there is no such file: " + absent.getFile());
        } catch (SQLException failure) {
            out.println(
                    isInUse(failure)
                            ? "数据库正被使用：请先停下办公系统 / the database is in use: stop the office first"
                            : "数据库 / database: " + failure.getMessage());
        } catch (IOException | RuntimeException failure) {
            out.println(
                    isInUse(failure)
                            ? "数据库正被使用：请先停下办公系统 / the database is in use: stop the office first"
                            : "没有做成 / not done: " + failure);
        }
        return NOT_DONE;
    }

    private static boolean isInUse(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                return true;
            }
        }
        return false;
    }
}
