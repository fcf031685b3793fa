package io.doorstep.standalone;

import io.doorstep.identity.FirstAdministrator;
import io.doorstep.standalone.wiring.ServiceCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 初始设置码。 Shows the one-time code of the first administrator on the console while there is no account. */
@Component
@Conditional(ServiceCondition.Command.class)
@Profile("!demo")
class SetupCode {
    private static final Logger LOG = LoggerFactory.getLogger(SetupCode.class);

    private final FirstAdministrator first;

    SetupCode(FirstAdministrator first) {
        this.first = first;
    }

    @EventListener
    void show(ApplicationReadyEvent ready) {
        var port =
                ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? web.getWebServer().getPort()
                        : 0;
        first.offer().ifPresent(code -> LOG.warn("""

                ==================================================================================
                尚无账号。请打开 /setup，用下面的一次性设置码设立首位管理员。
                There is no account yet. Set the first administrator up with this one-time code:

                    {}

                    http://localhost:{}/setup
                ==================================================================================
                """, code, port));
    }
}
