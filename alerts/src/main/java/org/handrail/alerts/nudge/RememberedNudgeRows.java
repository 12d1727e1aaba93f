package org.handrail.alerts.nudge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Nudges in memory, in the order in which they were asked. */
final class RememberedNudgeRows implements NudgeRows {

    private final Map<NudgeId, NudgeRow> rows = new LinkedHashMap<>();
    private final Map<RiskWindowId, NudgeId> about = new HashMap<>();

    @Override
    public Optional<NudgeRow> find(NudgeId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<NudgeRow> lock(NudgeId id) {
        return find(id);
    }

    @Override
    public Optional<NudgeRow> lockOf(RiskWindowId window) {
        return Optional.ofNullable(about.get(window)).flatMap(this::find);
    }

    @Override
    public Optional<NudgeRow> openFor(MenteeId mentee) {
        return of(mentee).stream()
                .filter(row -> row.asked().state() == NudgeState.ASKED)
                .findFirst();
    }

    @Override
    public List<NudgeRow> historyFor(MenteeId mentee, TimeWindow window) {
        var history = new ArrayList<>(of(mentee));
        history.removeIf(row -> !window.contains(row.asked().askedAt()));
        history.sort(
                Comparator.comparing((NudgeRow row) -> row.asked().askedAt()).reversed());
        return history;
    }

    @Override
    public Optional<Instant> lastAskedAt(MenteeId mentee) {
        return of(mentee).stream().map(row -> row.asked().askedAt()).max(Comparator.naturalOrder());
    }

    @Override
    public int askedSince(MenteeId mentee, Instant start) {
        return (int) of(mentee).stream()
                .filter(row -> !row.asked().askedAt().isBefore(start))
                .count();
    }

    @Override
    public void insert(NudgeRow row, RiskWindowId window) {
        rows.put(row.asked().id(), row);
        about.put(window, row.asked().id());
    }

    @Override
    public void move(AskedNudge nudge, NudgeState next, Optional<Instant> answeredAt) {
        nudge.state().become(next);
        change(nudge.id(), row -> {
            AskedNudge asked = row.asked();
            var moved = new AskedNudge(
                    asked.id(), asked.mentee(), asked.why(), asked.askedAt(), asked.expiresAt(), next, answeredAt);
            return new NudgeRow(moved, row.silenceMeans(), row.since(), row.worthUntil(), row.sentAt());
        });
    }

    @Override
    public boolean sent(NudgeId nudge, Instant at) {
        boolean isFirst = find(nudge).flatMap(NudgeRow::sentAt).isEmpty();
        change(
                nudge,
                row -> new NudgeRow(row.asked(), row.silenceMeans(), row.since(), row.worthUntil(), Optional.of(at)));
        return isFirst;
    }

    private void change(NudgeId id, UnaryOperator<NudgeRow> how) {
        rows.computeIfPresent(id, (same, row) -> how.apply(row));
    }

    private List<NudgeRow> of(MenteeId mentee) {
        return rows.values().stream()
                .filter(row -> row.asked().mentee().equals(mentee))
                .toList();
    }
}
