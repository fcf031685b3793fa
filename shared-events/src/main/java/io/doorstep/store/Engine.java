package io.doorstep.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** 数据库。 The two databases that Doorstep runs on. */
public enum Engine {
    H2,
    POSTGRESQL;

    public static Engine of(DataSource database) {
        try (var connection = database.getConnection()) {
            var product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException("Doorstep runs on H2 and PostgreSQL, not on " + product);
            };
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }
}
