package org.handrail.companion.menteepage;

import java.net.URI;
import org.handrail.companion.pairing.QrSquare;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.PairingCodes.EarlierWatches;
import org.handrail.ingest.PairingCodes.Issued;

/**
 * A code as the mentee's page shows it.
 *
 * @param spelled the characters one by one, as they are read out
 * @param until "20:25"
 * @param earlier what the mentee has chosen for the watches that there are
 */
record CodeSheet(String code, String spelled, String until, long untilMs, QrSquare square, EarlierWatches earlier) {

    static CodeSheet of(Issued issued, EarlierWatches earlier, URI link, PlainTimes times) {
        String grouped = issued.code().grouped();
        return new CodeSheet(
                grouped,
                grouped.replace("-", "").replaceAll("(.)(?=.)", "$1 "),
                times.at(issued.expiresAt()),
                issued.expiresAt().toEpochMilli(),
                QrSquare.of(link),
                earlier);
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "CodeSheet[until=" + until + "]";
    }
}
