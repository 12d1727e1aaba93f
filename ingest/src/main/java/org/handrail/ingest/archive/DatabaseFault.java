package org.handrail.ingest.archive;

import java.sql.SQLException;

/**
 * Tells a fault of the frames from a fault of the database. Only SQLSTATE classes that speak of values (22 data exception,
 * 23 constraint violation, 54 program limit exceeded) blame the frames; everything else, the unknown included, is waited
 * out, because waiting loses nothing and refusing does.
 */
final class DatabaseFault {

    private DatabaseFault() {}

    static boolean blamesTheData(SQLException fault) {
        var state = fault.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
