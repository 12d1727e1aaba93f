package org.handrail.alerts.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.Escalation.Exhausted;
import org.handrail.alerts.Escalation.SkippedStep;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Ladders in memory, in the order in which they began. */
final class RememberedEscalationRows implements EscalationRows {

    private final Map<EscalationId, Escalation> ladders = new LinkedHashMap<>();
    private final PromptRows prompts = new RememberedPromptRows(this::row);

    PromptRows prompts() {
        return prompts;
    }

    @Override
    public Optional<Escalation> find(EscalationId id) {
        return Optional.ofNullable(ladders.get(id)).map(this::whole);
    }

    @Override
    public Escalation lock(EscalationId id) {
        return find(id).orElseThrow();
    }

    @Override
    public List<Escalation> of(MenteeId mentee, TimeWindow window) {
        var found = new ArrayList<>(where(one -> one.mentee().equals(mentee) && window.contains(one.startedAt())));
        found.sort(Comparator.comparing(Escalation::startedAt).reversed());
        return found;
    }

    @Override
    public List<Escalation> open() {
        return where(one -> one.state().isOpen());
    }

    @Override
    public List<Escalation> openFor(MenteeId mentee) {
        return where(one -> one.state().isOpen() && one.mentee().equals(mentee));
    }

    @Override
    public void insert(Escalation escalation) {
        ladders.put(escalation.id(), escalation);
    }

    @Override
    public void asked(EscalationId id, Instant worthUntil) {
        var one = row(id);
        var until = worthUntil.isAfter(one.worthUntil()) ? worthUntil : one.worthUntil();
        keep(one, Cause.ASKED_FOR_COMPANY, until, one.state(), one.exhausted(), one.endedAt(), one.skipped());
    }

    @Override
    public void move(Escalation escalation, EscalationState next, Optional<Exhausted> exhausted, Instant at) {
        escalation.state().become(next);
        var one = row(escalation.id());
        var how = exhausted.isPresent() ? exhausted : one.exhausted();
        var endedAt = Optional.of(at).filter(ended -> next != EscalationState.WALKING);
        keep(one, one.cause(), one.worthUntil(), next, how, endedAt, one.skipped());
    }

    @Override
    public void skip(EscalationId id, SkippedStep skipped) {
        var one = row(id);
        var all = new ArrayList<>(one.skipped());
        all.add(skipped);
        keep(one, one.cause(), one.worthUntil(), one.state(), one.exhausted(), one.endedAt(), all);
    }

    private Escalation row(EscalationId id) {
        return Objects.requireNonNull(ladders.get(id), "No such ladder");
    }

    private void keep(
            Escalation one,
            Cause cause,
            Instant worthUntil,
            EscalationState state,
            Optional<Exhausted> exhausted,
            Optional<Instant> endedAt,
            List<SkippedStep> skipped) {
        ladders.put(
                one.id(),
                new Escalation(
                        one.id(),
                        one.mentee(),
                        one.nudge(),
                        cause,
                        one.why(),
                        one.since(),
                        one.startedAt(),
                        worthUntil,
                        state,
                        exhausted,
                        endedAt,
                        List.of(),
                        skipped));
    }

    private List<Escalation> where(Predicate<Escalation> wanted) {
        return ladders.values().stream().filter(wanted).map(this::whole).toList();
    }

    private Escalation whole(Escalation one) {
        return new Escalation(
                one.id(),
                one.mentee(),
                one.nudge(),
                one.cause(),
                one.why(),
                one.since(),
                one.startedAt(),
                one.worthUntil(),
                one.state(),
                one.exhausted(),
                one.endedAt(),
                prompts.of(one.id()),
                one.skipped());
    }
}
