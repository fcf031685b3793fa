package io.doorstep.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.vault.Private;
import java.net.URLDecoder;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** 常用视图簿。 Keeps the saved views of each account; nobody sees those of others. */
public class SavedViews {

    /** Most views of one account on one list; who needs more needs another list. */
    public static final int MOST = 50;

    private final JdbcClient jdbc;

    public SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SavedView> of(String account, String list) {
        return jdbc.sql("select list, name, query from saved_view where account = ? and list = ? order by name")
                .params(account, list)
                .query(SavedView.class)
                .list();
    }

    /** Keeps the view in place of the one of the same name; false when the account has too many. */
    @Transactional
    public boolean keep(String account, SavedView view) {
        remove(account, view.list(), view.name());
        if (of(account, view.list()).size() >= MOST) {
            return false;
        }
        jdbc.sql("insert into saved_view (account, list, name, query) values (?, ?, ?, ?)")
                .params(account, view.list(), view.name(), view.query())
                .update();
        return true;
    }

    /** Removes every view, of whomever, that was kept with one of these words in it. */
    public void removeThoseWith(Collection<Private> words) {
        jdbc
                .sql("select account, list, name, query from saved_view")
                .query((row, n) -> new Kept(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .stream()
                .filter(view -> words.stream().anyMatch(view::says))
                .forEach(view -> remove(view.account(), view.list(), view.name()));
    }

    private record Kept(String account, String list, String name, String query) {
        boolean says(Private words) {
            var text = name
                    + '\n'
                    + query
                    + '\n'
                    + URLDecoder.decode(query.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), UTF_8);
            return words.words().length() > 1 && text.contains(words.words());
        }
    }

    /** Removes the view, if there is one. */
    @Transactional
    public void remove(String account, String list, String name) {
        jdbc.sql("delete from saved_view where account = ? and list = ? and name = ?")
                .params(account, list, name)
                .update();
    }
}
