package io.doorstep.standalone.demo;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.password.Passwords;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import io.doorstep.standalone.wiring.ServiceCondition;
import io.doorstep.weeks.Leaders;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 演示启动。 On the first start, brings in the county and its accounts; on every start, shows them on the console. */
@Component
@Conditional(ServiceCondition.Command.class)
@Profile("demo")
class DemoStart implements ApplicationRunner, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final ReferenceData reference;
    private final ReferenceLoading loading;
    private final Accounts accounts;
    private final DemoYear year;
    private final Leaders leaders;
    private final boolean withYear;
    private @Nullable Thread loader;

    DemoStart(
            ReferenceData reference,
            ReferenceLoading loading,
            Accounts accounts,
            DemoYear year,
            Leaders leaders,
            @Value("${doorstep.demo.year:true}") boolean withYear) {
        this.reference = reference;
        this.loading = loading;
        this.accounts = accounts;
        this.year = year;
        this.leaders = leaders;
        this.withYear = withYear;
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
            DemoLeaders.ALL.forEach(leaders::put);
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
        // the year ends when the demonstration was first started, so that each start tells the same one
        if (withYear) {
            accounts.since(DemoAccounts.ALL.get(0)).ifPresent(this::playInTheBackground);
        }
    }

    private void playInTheBackground(Instant end) {
        loader = new Thread(() -> year.play(end), "demo-year");
        loader.setDaemon(true);
        loader.start();
    }

    @Override
    public void destroy() throws InterruptedException {
        if (loader != null) {
            // no interrupt: H2 closes its file under an interrupted thread
            year.stop();
            loader.join(10_000);
        }
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
