package io.doorstep.command.reminders;

import io.doorstep.command.outside.NotSent;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.Outbox.Bundle;
import org.springframework.stereotype.Component;

/** 对外渠道。 Which ways lead out of the house here. */
@Component
class Outside {

    /** The recipient of what goes to the gateway; no account can have this id. */
    static final String GATEWAY = "@gateway";

    private final Mail mail;
    private final Gateway gateway;

    Outside(Mail mail, Gateway gateway) {
        this.mail = mail;
        this.gateway = gateway;
    }

    boolean mails(String account) {
        return mail.reaches(account);
    }

    boolean calls() {
        return gateway.isSet();
    }

    void send(Bundle bundle) throws NotSent {
        if (bundle.carrier() == Carrier.MAIL) {
            mail.send(bundle);
        } else {
            gateway.call(bundle);
        }
    }
}
