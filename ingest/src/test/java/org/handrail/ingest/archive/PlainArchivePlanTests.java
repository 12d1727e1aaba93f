package org.handrail.ingest.archive;

import java.nio.file.Path;
import org.handrail.ingest.TestDatabase;

class PlainArchivePlanTests extends ArchivePlanKit {

    @Override
    TestDatabase open(Path directory) throws Exception {
        return new TestDatabase(directory);
    }

    @Override
    int mostPieces() {
        return 1;
    }
}
