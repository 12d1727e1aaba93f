package org.handrail.alerts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Instants and ids as the columns of a row. A {@code timestamptz} keeps microseconds. */
public final class Column {

    private Column() {}

    public static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime of(Optional<Instant> instant) {
        return instant.map(Column::of).orElse(null);
    }

    public static Instant instant(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getObject(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public static UUID uuid(ResultSet row, String name) throws SQLException {
        return row.getObject(name, UUID.class);
    }

    public static Optional<UUID> optionalUuid(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getObject(name, UUID.class));
    }

    public static <E extends Enum<E>> Optional<E> optionalEnum(ResultSet row, String name, Class<E> type)
            throws SQLException {
        return Optional.ofNullable(row.getString(name)).map(value -> Enum.valueOf(type, value));
    }
}
