package org.handrail.ingest.archive;

import java.nio.file.Path;
import org.handrail.ingest.TestDatabase;

class TimescaleArchivePlanTests extends ArchivePlanKit {

    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.timescale();
    }

    @Override
    int mostPieces() {
        return 2;
    }
}
