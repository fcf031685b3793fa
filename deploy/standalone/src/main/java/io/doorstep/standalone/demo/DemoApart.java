package io.doorstep.standalone.demo;

import io.doorstep.identity.Accounts;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * 演示与正式分开。 Refuses to start where the demonstration and an office's own data would meet: everybody knows the
 * password of the demo accounts, and only the demonstration takes passwords by HTTP Basic.
 */
@Component
class DemoApart implements SmartInitializingSingleton {
    private final Accounts accounts;
    private final boolean demo;

    DemoApart(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        var holdsDemo = accounts.since(DemoAccounts.ALL.get(0)).isPresent();
        if (demo && !holdsDemo && !accounts.areMissing()) {
            throw new IllegalStateException(
                    "Doorstep does not start, because the profile demo is on and this database is an office's own");
        }
        if (!demo && holdsDemo) {
            throw new IllegalStateException("Doorstep does not start, because this database holds the demonstration,"
                    + " whose passwords are public: choose another doorstep.data, or another database");
        }
    }
}
