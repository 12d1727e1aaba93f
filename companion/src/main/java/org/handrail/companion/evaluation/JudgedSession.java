package org.handrail.companion.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.recording.LabelledStretch;
import org.handrail.devicesim.recording.Recording;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;

/**
 * One sitting through the method as a live watch would have sent it, from nothing known. The method's minutes are those of the
 * clock; a sitting that is moved by half a minute is judged in the minutes between.
 */
final class JudgedSession {

    /** Minutes begin at these seconds of a sitting: windows of 60 s, every 30 s. */
    static final int ON_THE_CLOCK = 0;

    static final int HALF_BETWEEN = 30;

    private static final DeviceId DEVICE = new DeviceId("recorded-wrist");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String subject;
    private final Recording recording;
    private final Watching watching;
    private final List<JudgedMinute> minutes = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();

    /** A risk window; one that is open at the end ends with the sitting. */
    record Window(TimeWindow span, Instant openedAt) {}

    private JudgedSession(String subject, Recording recording, Watching watching) {
        this.subject = subject;
        this.recording = recording;
        this.watching = watching;
    }

    /** @param phase seconds of the sitting at which its first whole minute begins, 0 to 59 */
    static JudgedSession of(Sitting sitting, int phase, Watching watching) {
        var judged = new JudgedSession(sitting.subject(), sitting.from(phase), watching);
        judged.run();
        return judged;
    }

    /** The scored windows of a sitting: 60 s, every 30 s. */
    static List<JudgedMinute> scoredWindows(Sitting sitting, Watching watching) {
        return IntStream.of(ON_THE_CLOCK, HALF_BETWEEN)
                .mapToObj(phase -> of(sitting, phase, watching))
                .flatMap(session -> session.minutes().stream())
                .filter(JudgedMinute::isScored)
                .toList();
    }

    List<JudgedMinute> minutes() {
        return minutes;
    }

    List<Window> windows() {
        return windows;
    }

    List<LabelledStretch> labels() {
        return recording.labels();
    }

    private void run() {
        var detection = watching.begin(new Findings());
        var all = new TimeWindow(recording.start(), recording.window().end().plusSeconds(1));
        recording
                .frames(DEVICE)
                .frames(all, FrameCutter.LIVE)
                .forEach(frame -> detection.take(frame, FrameCutter.completeAt(frame)));
    }

    private final class Findings implements Detection.Listener {

        @Override
        public void closed(MinuteRecord minute) {
            var span = new TimeWindow(minute.start(), minute.start().plus(MINUTE));
            var middle = minute.start().plus(MINUTE.dividedBy(2));
            var stretch = labels().stream()
                    .filter(label -> label.window().contains(middle))
                    .findFirst();
            minutes.add(new JudgedMinute(
                    subject,
                    stretch.map(LabelledStretch::label).orElse(""),
                    stretch.filter(label -> holds(label.window(), span)).isPresent(),
                    minute.state(),
                    minute.likelihood(),
                    watching.weights().likelihoodWithoutAnySign(),
                    minute.evidence()));
        }

        @Override
        public void opened(RiskWindowOpened window) {
            windows.add(new Window(
                    new TimeWindow(window.start(), recording.window().end().plus(MINUTE)), window.openedAt()));
        }

        @Override
        public void closed(RiskWindowClosed window) {
            int last = windows.size() - 1;
            windows.set(last, new Window(window.span(), windows.get(last).openedAt()));
        }
    }

    private static boolean holds(TimeWindow outer, TimeWindow inner) {
        return !outer.start().isAfter(inner.start()) && !inner.end().isAfter(outer.end());
    }
}
