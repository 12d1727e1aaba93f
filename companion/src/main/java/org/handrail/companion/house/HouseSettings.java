package org.handrail.companion.house;

import java.nio.file.Path;

/**
 * Where a house with embedded parts lives.
 *
 * @param data directory of database and broker; kept between starts
 * @param httpPort of the pages; 0 picks a free one, as for the others
 */
public record HouseSettings(Path data, int httpPort, int brokerPort, int databasePort) {

    /** Free ports throughout. */
    public static HouseSettings onFreePorts(Path data) {
        return new HouseSettings(data, 0, 0, 0);
    }
}
