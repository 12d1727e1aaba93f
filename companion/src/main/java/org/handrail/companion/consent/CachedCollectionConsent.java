package org.handrail.companion.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.ingest.CollectionConsent;
import org.handrail.signals.MenteeId;
import org.springframework.stereotype.Component;

/**
 * The consent to be measured, from memory: all that are given are looked up again once a second in one query, so that a
 * withdrawal counts within a second and a frame costs no query. Who is not among them is asked for alone, since the
 * consent may be younger, and at most once a second too.
 */
@Component
class CachedCollectionConsent implements CollectionConsent {

    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final Consents consents;
    private final Clock clock;
    private final Map<MenteeId, Instant> refusedAt = new ConcurrentHashMap<>();
    private volatile Given given = new Given(Set.of(), Instant.EPOCH);

    private record Given(Set<MenteeId> mentees, Instant askedAt) {}

    CachedCollectionConsent(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public boolean isGiven(MenteeId mentee) {
        var now = clock.instant();
        var known = given;
        if (!isTrusted(known.askedAt, now)) {
            known = new Given(consents.measured(), now);
            given = known;
        }
        return known.mentees.contains(mentee) || isGivenSince(mentee, now);
    }

    private boolean isGivenSince(MenteeId mentee, Instant now) {
        var refused = refusedAt.get(mentee);
        if (refused != null && isTrusted(refused, now)) {
            return false;
        }
        boolean isGiven = consents.isMeasured(mentee);
        if (isGiven) {
            given = new Given(Set.of(), Instant.EPOCH);
            refusedAt.remove(mentee);
        } else {
            refusedAt.put(mentee, now);
        }
        return isGiven;
    }

    private static boolean isTrusted(Instant askedAt, Instant now) {
        return !now.isBefore(askedAt) && now.isBefore(askedAt.plus(TRUSTED));
    }
}
