package io.doorstep.benchmark.reading;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** 录下语句。 Remembers, when it is told to, what a request asks of the reading tables, so that the same can be asked without the product. */
final class Recorder extends DelegatingDataSource {
    private static final Pattern READING =
            Pattern.compile("\\b(case_state|fact|visit|duty|supervision|assignment_return|past_closeout)\\b");

    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean on;

    Recorder(DataSource database) {
        super(database);
    }

    /** A parameter as it was set. */
    private static final class Setting {
        private final Method method;
        private final Object[] arguments;

        Setting(Method method, Object[] arguments) {
            this.method = method;
            this.arguments = arguments;
        }

        void on(PreparedStatement statement) throws SQLException {
            try {
                method.invoke(statement, arguments);
            } catch (ReflectiveOperationException failure) {
                throw new SQLException(failure);
            }
        }
    }

    /** A query with its parameters. */
    static final class Asked {
        private final String sql;
        private final List<Setting> settings;

        Asked(String sql, List<Setting> settings) {
            this.sql = sql;
            this.settings = settings;
        }

        /** Asks it and reads every column of every row; how many rows there were. */
        int again(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var setting : settings) {
                    setting.on(statement);
                }
                var n = 0;
                try (var rows = statement.executeQuery()) {
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (var column = 1; column <= columns; column++) {
                            rows.getObject(column);
                        }
                        n++;
                    }
                }
                return n;
            }
        }
    }

    void begin() {
        asked.clear();
        on = true;
    }

    List<Asked> end() {
        on = false;
        return List.copyOf(asked);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return recorded(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return recorded(super.getConnection(user, password));
    }

    private Connection recorded(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            var answer = call(connection, method, arguments);
            return answer instanceof PreparedStatement statement && arguments != null
                    ? recorded(statement, String.valueOf(arguments[0]))
                    : answer;
        });
    }

    private PreparedStatement recorded(PreparedStatement statement, String sql) {
        var settings = new ArrayList<Setting>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                settings.add(new Setting(method, arguments));
            } else if (method.getName().equals("executeQuery") && wanted(sql)) {
                asked.add(new Asked(sql, List.copyOf(settings)));
            }
            return call(statement, method, arguments);
        });
    }

    private boolean wanted(String sql) {
        return on
                && Thread.currentThread().getName().startsWith("http-")
                && READING.matcher(sql).find();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handling) {
        return type.cast(Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handling));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
