package org.handrail.ingest.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.handrail.ingest.admission.Admission;
import org.handrail.ingest.admission.Refusals;
import org.handrail.ingest.admission.Verdict;
import org.handrail.ingest.archive.Incoming;
import org.handrail.ingest.archive.Intake;
import org.handrail.ingest.silence.Hearing;
import org.handrail.signals.Decoded;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Topics;
import org.handrail.signals.WatchConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a message: decoded, admitted and passed on to its writer with its acknowledgement, or refused, counted
 * and acknowledged at once. The thread that calls carries the whole connection, so it waits for nothing but room, and for
 * that only where the broker oversteps the receive maximum.
 */
public final class FrameReceiver {

    private static final Logger log = LoggerFactory.getLogger(FrameReceiver.class);

    /** Well below the keep-alive, so that a wait for room does not look like a dead line. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * A message as it came.
     *
     * @param contentType what MQTT 5 says of the payload; a 3.1.1 client says nothing
     */
    record Message(
            String topic, byte[] payload, Optional<String> contentType, Incoming.Acknowledgement acknowledgement) {}

    private final Admission admission;
    private final Pacing pacing;
    private final Refusals refusals;
    private final Hearing hearing;
    private final Intake intake;
    private final Clock clock;
    private final Counter received;

    public FrameReceiver(
            Admission admission,
            Pacing pacing,
            Refusals refusals,
            Hearing hearing,
            Intake intake,
            Clock clock,
            MeterRegistry meters) {
        this.admission = admission;
        this.pacing = pacing;
        this.refusals = refusals;
        this.hearing = hearing;
        this.intake = intake;
        this.clock = clock;
        this.received = meters.counter("handrail.ingest.received");
    }

    /**
     * @return false where the message could not be looked after and was not acknowledged, through no fault of its own: the
     *     connection has to be replaced, so that the broker sends the message again
     */
    boolean take(Message message) throws InterruptedException {
        received.increment();
        var up = Topics.parseUp(message.topic());
        if (up.isEmpty()) {
            return refuse(Optional.empty(), RefusalReason.UNKNOWN_TOPIC, "topic", message);
        }
        var device = up.get().device();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (pacing.isFlooding(device, now)) {
            return refuse(device, RefusalReason.TOO_MANY, message);
        }
        if (!isWhatItSays(message)) {
            return refuse(device, RefusalReason.UNKNOWN_FORMAT, message);
        }
        try {
            return up.get().stream().equals(Topics.CONNECTION)
                    ? note(device, message, now)
                    : decodeAndAdmit(up.get(), message, now);
        } catch (RuntimeException fault) {
            log.error("Pairing or consent could not be looked up; reconnects, and the frame comes again", fault);
            return false;
        }
    }

    private static boolean isWhatItSays(Message message) {
        return message.contentType().isEmpty()
                || FrameCodec.Format.named(message.contentType().get())
                        .filter(format -> format == FrameCodec.Format.of(message.payload()))
                        .isPresent();
    }

    private boolean note(DeviceId device, Message message, Instant now) {
        if (!admission.isPaired(device)) {
            return refuse(device, RefusalReason.NOT_PAIRED, message);
        }
        var connection = WatchConnection.decode(message.payload());
        if (connection.isEmpty()) {
            return refuse(device, RefusalReason.MALFORMED, message);
        }
        hearing.heard(device, connection.get(), now);
        message.acknowledgement().acknowledge();
        return true;
    }

    private boolean decodeAndAdmit(Topics.Up up, Message message, Instant now) throws InterruptedException {
        var decoded = decode(up, message.payload());
        if (decoded instanceof Decoded.Refused refused) {
            return refuse(Optional.of(up.device()), refused.reason(), refused.detail(), message);
        }
        return admit(((Decoded.Accepted) decoded).frame(), message, now);
    }

    private boolean admit(SignalFrame frame, Message message, Instant now) throws InterruptedException {
        var verdict = admission.decide(frame, now);
        if (verdict instanceof Verdict.Refused refused) {
            return refuse(frame.id().device(), refused.reason(), message);
        }
        var mentee = ((Verdict.Admitted) verdict).mentee();
        boolean taken = intake.offer(new Incoming(mentee, frame, now, message.acknowledgement()), PATIENCE);
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

    private boolean refuse(DeviceId device, RefusalReason reason, Message message) {
        return refuse(Optional.of(device), reason, reason.sentence(), message);
    }

    private boolean refuse(Optional<DeviceId> device, RefusalReason reason, String detail, Message message) {
        refusals.count(device, reason);
        log.debug(
                "Refuses a message of device {}: {} ({})",
                device.map(DeviceId::value).orElse("?"),
                reason,
                detail);
        message.acknowledgement().acknowledge();
        return true;
    }
}
