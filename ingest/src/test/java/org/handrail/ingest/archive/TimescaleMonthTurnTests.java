package org.handrail.ingest.archive;

import org.handrail.ingest.TestDatabase;

class TimescaleMonthTurnTests extends MonthTurnKit {

    TimescaleMonthTurnTests() {
        super(TestDatabase.sharedTimescale());
    }
}
