package org.handrail.ingest.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.handrail.ingest.admission.Admission;
import org.handrail.ingest.admission.Refusals;
import org.handrail.ingest.admission.Verdict;
import org.handrail.ingest.archive.Incoming;
import org.handrail.ingest.archive.Intake;
import org.handrail.signals.Decoded;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a message: decoded, admitted and passed on to its writer with its acknowledgement, or refused, counted
 * and acknowledged at once. Never waits for anything, since the thread that calls carries the whole connection.
 */
public final class FrameReceiver {

    private static final Logger log = LoggerFactory.getLogger(FrameReceiver.class);

    private final Admission admission;
    private final Refusals refusals;
    private final Intake intake;
    private final Clock clock;
    private final Counter received;

    public FrameReceiver(Admission admission, Refusals refusals, Intake intake, Clock clock, MeterRegistry meters) {
        this.admission = admission;
        this.refusals = refusals;
        this.intake = intake;
        this.clock = clock;
        this.received = meters.counter("handrail.ingest.received");
    }

    /**
     * @return false where the message could not be looked after and was not acknowledged, through no fault of its own: the
     *     connection has to be replaced, so that the broker sends the message again
     */
    boolean take(String topic, byte[] payload, Incoming.Acknowledgement acknowledgement) {
        received.increment();
        var up = Topics.parseUp(topic);
        if (up.isEmpty()) {
            return refuse(Optional.empty(), RefusalReason.UNKNOWN_TOPIC, "topic", acknowledgement);
        }
        var device = Optional.of(up.get().device());
        var decoded = decode(up.get(), payload);
        if (decoded instanceof Decoded.Refused refused) {
            return refuse(device, refused.reason(), refused.detail(), acknowledgement);
        }
        var frame = ((Decoded.Accepted) decoded).frame();
        try {
            return admit(frame, acknowledgement);
        } catch (RuntimeException fault) {
            log.error("Pairing or consent could not be looked up; reconnects, and the frame comes again", fault);
            return false;
        }
    }

    private boolean admit(SignalFrame frame, Incoming.Acknowledgement acknowledgement) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var verdict = admission.decide(frame, now);
        if (verdict instanceof Verdict.Refused refused) {
            var device = Optional.of(frame.id().device());
            return refuse(device, refused.reason(), refused.reason().sentence(), acknowledgement);
        }
        var mentee = ((Verdict.Admitted) verdict).mentee();
        boolean taken = intake.offer(new Incoming(mentee, frame, now, acknowledgement));
        if (!taken) {
            log.warn("The broker sent more than the receive maximum; reconnects when there is room");
        }
        return taken;
    }

    /** The codec answers everything that it foresees; what it does not is still the payload's fault and stops nothing. */
    private static Decoded decode(Topics.Up up, byte[] payload) {
        try {
            return FrameCodec.decode(up.device(), up.stream(), payload);
        } catch (RuntimeException unforeseen) {
            return new Decoded.Refused(
                    RefusalReason.MALFORMED,
                    "the codec threw " + unforeseen.getClass().getSimpleName());
        }
    }

    private boolean refuse(
            Optional<DeviceId> device, RefusalReason reason, String detail, Incoming.Acknowledgement acknowledgement) {
        refusals.count(device, reason);
        log.debug(
                "Refuses a message of device {}: {} ({})",
                device.map(DeviceId::value).orElse("?"),
                reason,
                detail);
        acknowledgement.acknowledge();
        return true;
    }
}
