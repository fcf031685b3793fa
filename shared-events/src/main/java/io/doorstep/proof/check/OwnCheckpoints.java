package io.doorstep.proof.check;

import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.SigningKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** 库内检查点。 What a database itself says of its history; who could change that too is found by the copies of a second place only. */
public final class OwnCheckpoints {

    private OwnCheckpoints() {}

    public static List<SigningKey> keys(Connection connection, HashAlgorithm algorithm) throws SQLException {
        var keys = new ArrayList<SigningKey>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select public_key from ledger_key")) {
            while (rows.next()) {
                keys.add(new SigningKey(algorithm, rows.getBytes(1)));
            }
        }
        return keys;
    }

    public static List<Section> sections(Connection connection, HashAlgorithm algorithm) throws SQLException {
        var sections = new ArrayList<Section>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select size, root, chain, at, key_id, signature from ledger_checkpoint order by size")) {
            while (rows.next()) {
                var checkpoint = new Checkpoint(
                        algorithm,
                        rows.getLong(1),
                        rows.getBytes(2),
                        rows.getBytes(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        rows.getString(5));
                sections.add(new Section(new Checkpoint.Signed(checkpoint, rows.getBytes(6)), 0, List.of()));
            }
        }
        return sections;
    }
}
