package org.handrail.analytics;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Holds the method to what people said, whenever it is asked. Nobody is named in what comes out. */
public interface Judgements {

    /** Fewer words that call a moment hard calibrate nothing. */
    int LEAST_HARD_WORDS = 30;

    /** Questions of the span, and calibration by all words up to its end. */
    Judgement of(Set<MenteeId> programme, TimeWindow span);

    /** Learnt from all words before that time; empty as long as they are too few. */
    Optional<CalibratedRisk> calibration(Set<MenteeId> programme, Instant before);
}
