package org.handrail.ingest;

import java.io.IOException;

/** A database server that a test may stop and start again with what it had stored. */
interface TestServer {

    /** Of a database of the test's own, as its owner. */
    String jdbcUrl();

    void start() throws IOException;

    void stop() throws IOException;

    /** Stops it and leaves nothing behind. */
    void close() throws IOException;
}
