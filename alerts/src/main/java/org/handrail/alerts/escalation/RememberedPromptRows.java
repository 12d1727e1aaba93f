package org.handrail.alerts.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptState;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Prompts in memory, in the order in which they were raised. */
final class RememberedPromptRows implements PromptRows {

    private final Map<PromptId, Prompt> asked = new LinkedHashMap<>();
    private final Function<EscalationId, Escalation> ladders;

    /** @param ladders finds the ladder that a prompt belongs to */
    RememberedPromptRows(Function<EscalationId, Escalation> ladders) {
        this.ladders = ladders;
    }

    @Override
    public Optional<Prompt> find(PromptId id) {
        return Optional.ofNullable(asked.get(id)).map(this::whole);
    }

    @Override
    public Prompt lock(PromptId id) {
        return find(id).orElseThrow();
    }

    @Override
    public List<Prompt> of(EscalationId escalation) {
        return where(one -> one.escalation().equals(escalation));
    }

    @Override
    public List<Prompt> openFor(MentorId mentor) {
        return where(one -> one.mentor().equals(mentor)
                && (one.state().isOpen()
                        || one.state() == PromptState.PASSED_ON
                                && ladder(one).state().isOpen()));
    }

    @Override
    public List<Prompt> historyFor(MenteeId mentee, TimeWindow window) {
        return newestFirst(one -> one.mentee().equals(mentee) && window.contains(one.raisedAt()));
    }

    @Override
    public List<Prompt> historyFor(MentorId mentor, TimeWindow window) {
        return newestFirst(one -> one.mentor().equals(mentor) && window.contains(one.raisedAt()));
    }

    @Override
    public void insert(Prompt prompt) {
        asked.put(prompt.id(), prompt);
    }

    @Override
    public void move(Prompt prompt, PromptState next, Instant at) {
        prompt.state().become(next);
        var one = lock(prompt.id());
        boolean opens = next == PromptState.OPENED;
        keep(
                one,
                next,
                opens ? Optional.of(at) : one.openedAt(),
                opens ? one.endedAt() : Optional.of(at),
                one.response());
    }

    @Override
    public void respond(PromptId prompt, Prompt.Response response) {
        var one = lock(prompt);
        keep(one, one.state(), one.openedAt(), one.endedAt(), Optional.of(response));
    }

    private List<Prompt> newestFirst(Predicate<Prompt> wanted) {
        var found = new ArrayList<>(where(wanted));
        found.sort(Comparator.comparing(Prompt::raisedAt)
                .thenComparing(Prompt::step)
                .reversed());
        return found;
    }

    private List<Prompt> where(Predicate<Prompt> wanted) {
        return asked.values().stream().filter(wanted).map(this::whole).toList();
    }

    /** Its cause is its ladder's, which may become another. */
    private Prompt whole(Prompt one) {
        return with(one, ladder(one).cause(), one.state(), one.openedAt(), one.endedAt(), one.response());
    }

    private Escalation ladder(Prompt one) {
        return ladders.apply(one.escalation());
    }

    private void keep(
            Prompt one,
            PromptState state,
            Optional<Instant> openedAt,
            Optional<Instant> endedAt,
            Optional<Prompt.Response> response) {
        asked.put(one.id(), with(one, one.cause(), state, openedAt, endedAt, response));
    }

    private static Prompt with(
            Prompt one,
            Cause cause,
            PromptState state,
            Optional<Instant> openedAt,
            Optional<Instant> endedAt,
            Optional<Prompt.Response> response) {
        return new Prompt(
                one.id(),
                one.escalation(),
                one.mentee(),
                one.mentor(),
                one.step(),
                cause,
                one.why(),
                one.since(),
                one.raisedAt(),
                one.deadline(),
                one.consent(),
                state,
                openedAt,
                endedAt,
                response);
    }
}
