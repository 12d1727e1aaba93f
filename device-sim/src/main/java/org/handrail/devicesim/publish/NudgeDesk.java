package org.handrail.devicesim.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.handrail.devicesim.FrameCutter;
import org.handrail.signals.Answer;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.Nudge;
import org.handrail.signals.NudgeCodec;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/** Where nudges come in and presses go out. A nudge that comes twice is shown once; one that has run out is not answered. */
final class NudgeDesk {

    private static final int REMEMBERED = 256;

    private final DeviceId device;
    private final AnswerPolicy policy;
    private final Clock clock;
    private final Consumer<SignalFrame> send;
    private final BiConsumer<Duration, Runnable> later;

    private final Set<UUID> seen = new LinkedHashSet<>();
    private Consumer<Nudge> shown = nudge -> {};
    private long lastCounter = -1;
    private long nudges;
    private long answers;

    NudgeDesk(
            DeviceId device,
            AnswerPolicy policy,
            Clock clock,
            Consumer<SignalFrame> send,
            BiConsumer<Duration, Runnable> later) {
        this.device = device;
        this.policy = policy;
        this.clock = clock;
        this.send = send;
        this.later = later;
    }

    /** A payload that is no nudge, or one seen before, is let go. */
    void received(byte[] payload) {
        NudgeCodec.decode(payload).filter(this::isNew).ifPresent(nudge -> {
            shower().accept(nudge);
            policy.answerTo(nudge).ifPresent(press -> later.accept(press.after(), () -> answer(nudge, press.choice())));
        });
    }

    void reachOut() {
        press(new Answer(Optional.empty(), Answer.Choice.REACH_OUT));
    }

    synchronized void onNudge(Consumer<Nudge> shown) {
        this.shown = shown;
    }

    synchronized long nudges() {
        return nudges;
    }

    synchronized long answers() {
        return answers;
    }

    private void answer(Nudge nudge, Answer.Choice choice) {
        if (clock.instant().isBefore(nudge.expiresAt())) {
            press(new Answer(Optional.of(nudge.id()), choice));
        }
    }

    private void press(Answer answer) {
        send.accept(frame(answer));
    }

    private synchronized SignalFrame frame(Answer answer) {
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        Instant free = now;
        while (FrameCutter.counterOf(free, StreamKind.ANSWER) <= lastCounter) {
            free = free.plusMillis(1);
        }
        lastCounter = FrameCutter.counterOf(free, StreamKind.ANSWER);
        answers++;
        return new SignalFrame(new FrameId(device, lastCounter), StreamKind.ANSWER, now, answer);
    }

    private synchronized boolean isNew(Nudge nudge) {
        if (!seen.add(nudge.id())) {
            return false;
        }
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        nudges++;
        return true;
    }

    private synchronized Consumer<Nudge> shower() {
        return shown;
    }
}
