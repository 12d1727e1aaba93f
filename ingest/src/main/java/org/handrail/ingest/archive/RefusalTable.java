package org.handrail.ingest.archive;

import java.sql.Date;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import javax.sql.DataSource;
import org.handrail.ingest.admission.Refusals;

/** Writes the counts of refusals down, in one statement for all that wait. */
final class RefusalTable implements Refusals.Ledger {

    private static final String UPSERT = """
            INSERT INTO ingest.refusal AS r (device, reason, day, n)
            SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::bigint[])
            ON CONFLICT (device, reason, day) DO UPDATE SET n = r.n + excluded.n""";

    private final DataSource dataSource;

    RefusalTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void add(Map<Refusals.Key, Long> counts) throws SQLException {
        var keys = counts.keySet().stream()
                .sorted(Comparator.comparing(Refusals.Key::device)
                        .thenComparing(key -> key.reason().name())
                        .thenComparing(Refusals.Key::day))
                .toList();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(UPSERT)) {
            statement.setObject(1, keys.stream().map(Refusals.Key::device).toArray(String[]::new));
            statement.setObject(2, keys.stream().map(key -> key.reason().name()).toArray(String[]::new));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "date",
                            keys.stream().map(key -> Date.valueOf(key.day())).toArray()));
            statement.setObject(4, keys.stream().mapToLong(counts::get).toArray());
            statement.executeUpdate();
        }
    }
}
