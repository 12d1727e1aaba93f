package org.handrail.companion.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.ingest.CollectionConsent;
import org.handrail.signals.MenteeId;
import org.springframework.stereotype.Component;

/**
 * The consent to be measured, from memory: looked up again once a second for each mentee, so that a withdrawal counts within
 * a second and a frame costs no query.
 */
@Component
class CachedCollectionConsent implements CollectionConsent {

    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final Consents consents;
    private final Clock clock;
    private final Map<MenteeId, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(boolean given, Instant askedAt) {}

    CachedCollectionConsent(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public boolean isGiven(MenteeId mentee) {
        var now = clock.instant();
        var known = answers.get(mentee);
        if (known != null && now.isBefore(known.askedAt.plus(TRUSTED))) {
            return known.given;
        }
        boolean given = consents.isMeasured(mentee);
        answers.put(mentee, new Answer(given, now));
        return given;
    }
}
