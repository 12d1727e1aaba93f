package org.handrail.ingest.archive;

import org.handrail.ingest.TestDatabase;

class TimescaleFrameArchiveTests extends FrameArchiveKit {

    TimescaleFrameArchiveTests() {
        super(TestDatabase.sharedTimescale());
    }
}
