package org.handrail.ingest.archive;

import org.handrail.ingest.TestDatabase;

class PlainFrameArchiveTests extends FrameArchiveKit {

    PlainFrameArchiveTests() {
        super(TestDatabase.shared());
    }
}
