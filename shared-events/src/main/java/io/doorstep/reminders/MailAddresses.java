package io.doorstep.reminders;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 提醒邮箱。 Where people want their reminders mailed to; each says it for himself. */
public final class MailAddresses {

    /** One address and nothing else: neither a name nor a second line can be smuggled in. */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,4}");

    private final JdbcClient jdbc;

    public MailAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public Optional<String> of(String account) {
        return jdbc.sql("select mail from account where id = ? and mail is not null")
                .param(account)
                .query(String.class)
                .optional();
    }

    /** Sets it, or with null takes it away. */
    public void set(String account, @Nullable String mail) {
        jdbc.sql("update account set mail = ? where id = ?")
                .param(mail)
                .param(account)
                .update();
    }
}
