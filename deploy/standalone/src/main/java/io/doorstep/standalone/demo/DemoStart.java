package io.doorstep.standalone.demo;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.Passwords;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import java.io.IOException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 演示启动。 On the first start, brings in the county and its accounts; on every start, shows them on the console. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final ReferenceData reference;
    private final ReferenceLoading loading;
    private final Accounts accounts;

    DemoStart(ReferenceData reference, ReferenceLoading loading, Accounts accounts) {
        this.reference = reference;
        this.loading = loading;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (accounts.areMissing()) {
            if (reference.isEmpty()) {
                load(ReferenceKind.PLACE, "places");
                load(ReferenceKind.UNIT, "units");
                load(ReferenceKind.CATEGORY, "categories");
                load(ReferenceKind.OFFICER, "officers");
            }
            DemoAccounts.ALL.forEach(account -> accounts.add(account, DemoAccounts.PASSWORD, Passwords.quick()));
        }
        LOG.info(
                """

                ==================================================================================
                演示账号，口令均为 / Demo accounts, all with the password: {}
                {}
                ==================================================================================
                """,
                DemoAccounts.PASSWORD,
                DemoAccounts.ALL.stream().map(DemoStart::line).collect(Collectors.joining("\n")));
    }

    private void load(ReferenceKind kind, String file) throws IOException {
        try (var table = new ClassPathResource("demo/" + file + ".csv").getInputStream()) {
            loading.load(kind, table, null);
        }
    }

    private static String line(Account account) {
        return "  %-12s %-20s %s".formatted(account.id(), account.actor().rolesAsText(), account.name());
    }
}
