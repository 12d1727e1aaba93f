package org.handrail.companion.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.recording.LabelledStretch;
import org.handrail.devicesim.recording.Recording;
import org.handrail.devicesim.recording.Study;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/**
 * One sitting through the method as a live watch would have sent it, from nothing known. The method's minutes are those of the
 * clock; a sitting that is moved by half a minute is judged in the minutes between.
 */
final class JudgedSession {

    private static final MenteeId SOMEBODY = new MenteeId(new UUID(0, 1));
    private static final DeviceId DEVICE = new DeviceId("recorded-wrist");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String subject;
    private final Recording recording;
    private final List<JudgedMinute> minutes = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();

    /** A risk window; one that is open at the end ends with the sitting. */
    record Window(TimeWindow span, Instant openedAt) {}

    private JudgedSession(String subject, Recording recording) {
        this.subject = subject;
        this.recording = recording;
    }

    /** @param phase seconds of the sitting at which its first whole minute begins, 0 to 59 */
    static JudgedSession of(Study.Session session, int phase) {
        var read = session.recording().get();
        var start = read.start().truncatedTo(ChronoUnit.MINUTES).minusSeconds(phase);
        var judged = new JudgedSession(session.subject(), read.shiftedBy(Duration.between(read.start(), start)));
        judged.run();
        return judged;
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
        var detection = new Detection(SOMEBODY, ZoneOffset.UTC, new Findings());
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
                    minute.likelihood()));
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
