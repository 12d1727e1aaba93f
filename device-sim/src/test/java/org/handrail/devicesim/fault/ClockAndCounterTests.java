package org.handrail.devicesim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.fault.Fault.CounterAfter;
import org.handrail.devicesim.fault.FaultLog.Effect;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

class ClockAndCounterTests {

    private static final Span DOWN = Worn.span(120, 123);

    @Test
    void aClockThatDriftsIsOffByItsRateAndSetRightAtTheEnd() {
        var frames = Worn.frames(Worn.with(new Fault.ClockDrift(Worn.span(0, 240), 500)));

        assertThat(ahead(frames, 120)).isBetween(Duration.ofMillis(3_600), Duration.ofMillis(3_640));
        assertThat(ahead(frames, 241)).isZero();
        assertThat(counters(frames)).isEqualTo(counters(Worn.sound()));
    }

    @Test
    void faultsOfTheClockAddUp() {
        var jump = new Fault.ClockJump(Worn.span(60, 120), Duration.ofMinutes(3));
        var further = new Fault.ClockJump(Worn.span(90, 120), Duration.ofMinutes(-1));

        var frames = Worn.frames(Worn.with(jump, further));

        assertThat(ahead(frames, 70)).isEqualTo(Duration.ofMinutes(3));
        assertThat(ahead(frames, 100)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aWatchThatSendsLocalTimeJumpsOnAJourneyAndInTheNightOfSummerTime() {
        var nightBefore = Instant.parse("2026-10-25T00:00:00Z");
        var home = new Fault.LocalTime(Worn.span(0, 120), ZoneId.of("Europe/Berlin"));
        var away = new Fault.LocalTime(Worn.span(120, 300), ZoneId.of("America/New_York"));
        var wrist = FaultPlan.of(1, home, away).over(at(nightBefore), nightBefore);

        assertThat(aheadAt(wrist, nightBefore, 30)).isEqualTo(Duration.ofHours(2));
        assertThat(aheadAt(wrist, nightBefore, 90)).isEqualTo(Duration.ofHours(1));
        assertThat(aheadAt(wrist, nightBefore, 150)).isEqualTo(Duration.ofHours(-4));
    }

    @Test
    void aWatchThatCountsByOneLeavesNoNumberOut() {
        var frames = Worn.frames(FaultPlan.counting(11).over(Worn.WEARER, Worn.START));

        assertThat(counters(frames))
                .isEqualTo(LongStream.range(0, frames.size()).boxed().toList());
        assertThat(frames)
                .extracting(SignalFrame::content)
                .isEqualTo(Worn.sound().stream().map(SignalFrame::content).toList());
    }

    @Test
    void framesThatAreLostLeaveTheirNumbersOut() {
        var lost = new Fault.LostFrames(Span.always(), 0.1);
        var wrist = FaultPlan.counting(11, lost).over(Worn.WEARER, Worn.START);
        long gone = wrist.log(Worn.DAY, Worn.LENGTH).count(lost, Effect.GONE);

        assertThat(Worn.frames(wrist)).hasSize(Worn.sound().size() - (int) gone);
        assertThat((double) gone / Worn.sound().size()).isBetween(0.07, 0.13);
        assertThat(counters(Worn.frames(wrist))).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void afterARestartThatKeepsTheCountItGoesOn() {
        var counters = counters(Worn.frames(restarted(CounterAfter.GOES_ON)));

        assertThat(counters)
                .isEqualTo(LongStream.range(0, counters.size()).boxed().toList());
    }

    @Test
    void afterARestartThatLosesTheCountEachNumberThatWasUsedIsTold() {
        var wrist = restarted(CounterAfter.STARTS_OVER);
        var counters = counters(Worn.frames(wrist));
        long used = counters.size() - counters.stream().distinct().count();

        assertThat(used).isPositive();
        assertThat(wrist.log(Worn.DAY, Worn.LENGTH).count(Effect.COUNTER_USED_TWICE))
                .isEqualTo(used);
    }

    @Test
    void aCountOfTheStartsKeepsNumbersApart() {
        var wrist = restarted(CounterAfter.COUNTS_STARTS);
        var counters = counters(Worn.frames(wrist));

        assertThat(counters).doesNotHaveDuplicates().isSorted().contains(1L << 32);
        assertThat(wrist.log(Worn.DAY, Worn.LENGTH).count(Effect.COUNTER_USED_TWICE))
                .isZero();
    }

    private static FaultyWrist restarted(CounterAfter counter) {
        return FaultPlan.counting(11, new Fault.Restart(DOWN, counter)).over(Worn.WEARER, Worn.START);
    }

    private static FrameSource at(Instant start) {
        var shift = Duration.between(Worn.START, start);
        return (window, length) -> Worn.WEARER
                .frames(new TimeWindow(window.start().minus(shift), window.end().minus(shift)), length)
                .map(frame -> new SignalFrame(
                        new FrameId(
                                frame.id().device(),
                                FrameCutter.counterOf(
                                        FrameCutter.completeAt(frame).plus(shift), frame.stream())),
                        frame.stream(),
                        frame.sampledAt().plus(shift),
                        frame.content()));
    }

    private static Duration ahead(List<SignalFrame> frames, long minute) {
        return aheadOf(frames, Worn.minute(minute));
    }

    private static Duration aheadAt(FaultyWrist wrist, Instant start, long minute) {
        var at = start.plus(Duration.ofMinutes(minute));
        return aheadOf(
                wrist.frames(new TimeWindow(at, at.plusSeconds(61)), Worn.LENGTH)
                        .toList(),
                at);
    }

    /** How far the first frame that truly begins there is dated ahead. */
    private static Duration aheadOf(List<SignalFrame> frames, Instant minute) {
        return frames.stream()
                .filter(frame -> frame.stream() == StreamKind.HEART_RATE)
                .filter(frame -> FrameCutter.completeAt(frame).equals(minute.plusSeconds(60)))
                .findFirst()
                .map(frame -> Duration.between(minute, frame.sampledAt()))
                .orElseThrow();
    }

    private static List<Long> counters(List<SignalFrame> frames) {
        return frames.stream().map(frame -> frame.id().counter()).toList();
    }
}
