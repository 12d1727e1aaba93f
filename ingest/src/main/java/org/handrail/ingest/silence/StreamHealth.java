package org.handrail.ingest.silence;

import java.time.Instant;
import java.util.Optional;
import org.handrail.ingest.SilenceSettings;
import org.handrail.ingest.StreamFellSilent;
import org.handrail.ingest.StreamResumed;
import org.handrail.signals.MenteeId;

/** Whether one stream of a paired device is silent. Pure. */
record StreamHealth(StreamKey key, MenteeId mentee, Cadence cadence, Optional<Instant> silentSince) {

    /**
     * As it is by now.
     *
     * @param listeningSince since when the house has been able to hear anybody; what it could not hear was not silence
     */
    StreamHealth judged(Instant now, Instant listeningSince, SilenceSettings settings) {
        var last = cadence.lastReceivedAt();
        if (silentSince.isPresent()) {
            return new StreamHealth(key, mentee, cadence, silentSince.filter(since -> !last.isAfter(since)));
        }
        var from = last.isAfter(listeningSince) ? last : listeningSince;
        boolean isSilent = now.isAfter(from.plus(cadence.allowedSilence(settings)));
        return new StreamHealth(key, mentee, cadence, isSilent ? Optional.of(last) : Optional.empty());
    }

    /** The event to tell of the way from then to this, where silence has begun or ended. */
    Object since(StreamHealth then) {
        return silentSince
                .<Object>map(since -> new StreamFellSilent(key.device(), mentee, key.stream(), since))
                .orElseGet(() -> new StreamResumed(
                        key.device(), mentee, key.stream(), then.silentSince.orElseThrow(), cadence.lastReceivedAt()));
    }
}
