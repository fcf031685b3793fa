package io.doorstep.standalone.demo;

import static io.doorstep.terms.Role.ADMINISTRATOR;
import static io.doorstep.terms.Role.AUDITOR;
import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.PRIVACY_OFFICER;
import static io.doorstep.terms.Role.SECURITY_ADMINISTRATOR;
import static io.doorstep.terms.Role.STATISTICIAN;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.identity.Account;
import java.util.List;

/** 演示账号。 One account for each role; names, units and ids as in {@code demo/officers.csv}. */
public final class DemoAccounts {
    public static final String PASSWORD = "doorstep-demo";

    public static final List<Account> ALL = List.of(
            Account.of("officer", "演示信访专员", "u-petition-bureau", PETITION_OFFICER),
            Account.of("dispatcher", "演示分流员", "u-petition-bureau", DISPATCHER),
            Account.of("handler", "演示承办人", "u-natural-resources", HANDLER),
            Account.of("head", "演示单位负责人", "u-natural-resources", UNIT_HEAD),
            Account.of("cadre", "演示走访干部", "u-wenchang", VISITING_CADRE),
            Account.of("supervisor", "演示督查员", "u-petition-bureau", SUPERVISOR),
            Account.of("approver", "演示销号审批人", "u-petition-bureau", CLOSEOUT_APPROVER),
            Account.of("privacy", "演示个人信息保护负责人", "u-petition-bureau", PRIVACY_OFFICER),
            Account.of("admin", "演示管理员", "u-petition-bureau", ADMINISTRATOR),
            Account.of("security", "演示安全管理员", "u-petition-bureau", SECURITY_ADMINISTRATOR),
            Account.of("statistician", "演示统计员", "u-petition-bureau", STATISTICIAN),
            Account.of("auditor", "演示审计员", "u-petition-bureau", AUDITOR));

    private DemoAccounts() {}
}
