package org.handrail.ingest.archive;

import org.handrail.ingest.TestDatabase;

class PlainMonthTurnTests extends MonthTurnKit {

    PlainMonthTurnTests() {
        super(TestDatabase.shared());
    }
}
