package org.handrail.companion.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.alerts.HeardWindow;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.devicesim.FrameCutter;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of a minute, handed over as if they were live ones, against live ones. */
class EventTimeTests {

    private static final Lives LIVES = new Lives(3);

    @ParameterizedTest(name = "life {0}")
    @ValueSource(ints = {0, 1, 2})
    void framesOfAMinuteLeadToWhatLiveOnesLeadTo(int number) {
        var life = LIVES.ofEvening(number, Duration.ofHours(5), Duration.ofHours(44));
        var live = Live.of(life);
        var outcome = EventTime.of(life, Referee.rules());

        assertThat(live.opened).isNotEmpty();
        assertThat(outcome.lived().windows()).extracting(Lived.Window::openedAt).isEqualTo(live.opened);
        assertThat(outcome.lived().windows())
                .extracting(window -> window.end().orElse(life.span().end()))
                .startsWith(live.ended.toArray(Instant[]::new));
        assertThat(outcome.lived().heard()).extracting(HeardWindow::heardAt).isEqualTo(live.heard);
        assertThat(outcome.lived().windows())
                .flatExtracting(window -> window.decisionPoint().stream().toList())
                .isEqualTo(live.points);
        assertThat(outcome.minutes().known()).isEqualTo(live.known);
    }

    /** Each frame as soon as it is complete. */
    private static final class Live implements Detection.Listener {

        private final List<Instant> opened = new ArrayList<>();
        private final List<Instant> heard = new ArrayList<>();
        private final List<Instant> points = new ArrayList<>();
        private final List<Instant> ended = new ArrayList<>();
        private Instant now = Instant.EPOCH;
        private long known;

        static Live of(Life life) {
            var live = new Live();
            var detection = new Detection(life.mentee(), life.settings().zone(), live);
            var span = life.span();
            var complete = new TimeWindow(span.start().plusMillis(1), span.end().plusMillis(1));
            life.wearer().frames(complete, FrameCutter.LIVE).forEach(frame -> {
                live.now = FrameCutter.completeAt(frame);
                detection.take(frame, live.now);
            });
            return live;
        }

        @Override
        public void closed(MinuteRecord minute) {
            known += minute.state().isKnown() ? 1 : 0;
        }

        @Override
        public void opened(RiskWindowOpened window) {
            opened.add(window.openedAt());
            heard.add(now);
        }

        @Override
        public void reached(DecisionPointReached point) {
            points.add(point.at());
        }

        @Override
        public void closed(RiskWindowClosed window) {
            ended.add(window.span().end());
        }
    }
}
