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
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptState;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Ladders and their prompts in memory, in the order in which they began. */
final class RememberedRows {

    private final Map<EscalationId, Escalation> ladders = new LinkedHashMap<>();
    private final Map<PromptId, Prompt> asked = new LinkedHashMap<>();

    private final EscalationRows escalations = new Escalations();
    private final PromptRows prompts = new Prompts();

    EscalationRows escalations() {
        return escalations;
    }

    PromptRows prompts() {
        return prompts;
    }

    private final class Escalations implements EscalationRows {

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
            keep(one, one.cause(), one.worthUntil(), next, how, Optional.of(at), one.skipped());
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

    private final class Prompts implements PromptRows {

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
            return Objects.requireNonNull(ladders.get(one.escalation()), "No such ladder");
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
}
